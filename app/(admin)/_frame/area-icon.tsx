import type { ReactNode } from 'react'
import {
  ActivityIcon,
  ChartLineIcon,
  FolderIcon,
  HistoryIcon,
  type IconProps,
  LayoutDashboardIcon,
  MessageSquareIcon,
  PackageIcon,
  ReceiptTextIcon,
  SlidersHorizontalIcon,
  UserIcon,
  UsersIcon,
  WarehouseIcon,
} from '@/app/_ui/icons'
import type { AreaIcon } from './areas'

const icons: Record<AreaIcon, (props: IconProps) => ReactNode> = {
  home: LayoutDashboardIcon,
  orders: ReceiptTextIcon,
  products: PackageIcon,
  categories: FolderIcon,
  inventory: WarehouseIcon,
  customers: UsersIcon,
  reviews: MessageSquareIcon,
  reports: ChartLineIcon,
  settings: SlidersHorizontalIcon,
  operations: ActivityIcon,
  team: UserIcon,
  log: HistoryIcon,
}

export function AreaIconOf({ icon }: { icon: AreaIcon }) {
  const Icon = icons[icon]
  return <Icon className="shrink-0" />
}
