import type { Route } from 'next'
import type { Actor } from '@/lib/core/context'
import { can, type Permission } from '@/lib/platform/auth/can'

/** What stands in the navigation; `icon` is a name of `area-icon.tsx`, so that the list can travel to the browser. */
export type Area = {
  href: Route
  name: string
  icon: AreaIcon
  key: string
  /** Pages of it that the palette finds by name. */
  inside?: { href: Route; name: string }[]
}
export type AreaIcon =
  | 'home'
  | 'orders'
  | 'products'
  | 'categories'
  | 'inventory'
  | 'customers'
  | 'reviews'
  | 'reports'
  | 'settings'
  | 'operations'
  | 'team'
  | 'log'

const settingsPages = [
  { href: '/admin/settings/shop' as Route, name: 'Settings: the shop, its name, address, currency' },
  { href: '/admin/settings/tax' as Route, name: 'Settings: tax' },
  { href: '/admin/settings/shipping' as Route, name: 'Settings: shipping' },
  { href: '/admin/settings/payments' as Route, name: 'Settings: payments' },
  { href: '/admin/settings/mail' as Route, name: 'Settings: mail' },
  { href: '/admin/settings/limits' as Route, name: 'Settings: rate limits' },
]

const orderPages = [{ href: '/admin/carts' as Route, name: 'Orders: carts left behind' }]

/** Every area in the order of the navigation, with the permission without which nobody sees it, and the letter that follows `g`. */
const all: (Area & { needs: Permission })[] = [
  { href: '/admin' as Route, name: 'Home', icon: 'home', key: 'h', needs: 'dashboard.use' },
  { href: '/admin/orders' as Route, name: 'Orders', icon: 'orders', key: 'o', needs: 'orders.read', inside: orderPages },
  { href: '/admin/products' as Route, name: 'Products', icon: 'products', key: 'p', needs: 'catalog.read' },
  { href: '/admin/categories' as Route, name: 'Categories', icon: 'categories', key: 'k', needs: 'catalog.read' },
  { href: '/admin/inventory' as Route, name: 'Inventory', icon: 'inventory', key: 'i', needs: 'inventory.write' },
  { href: '/admin/customers' as Route, name: 'Customers', icon: 'customers', key: 'c', needs: 'customers.read' },
  { href: '/admin/reviews' as Route, name: 'Reviews', icon: 'reviews', key: 'r', needs: 'reviews.moderate' },
  { href: '/admin/reports' as Route, name: 'Reports', icon: 'reports', key: 'e', needs: 'reports.read' },
  { href: '/admin/operations' as Route, name: 'Operations', icon: 'operations', key: 'x', needs: 'operations.read' },
  { href: '/admin/settings' as Route, name: 'Settings', icon: 'settings', key: 's', needs: 'settings.read', inside: settingsPages },
  { href: '/admin/team' as Route, name: 'Team', icon: 'team', key: 't', needs: 'staff.manage' },
  { href: '/admin/log' as Route, name: 'Activity log', icon: 'log', key: 'l', needs: 'audit.read' },
]

export const areasFor = (actor: Actor): Area[] => all.filter(({ needs }) => can(actor, needs)).map(({ needs: _, ...area }) => area)
