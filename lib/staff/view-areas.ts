import type { StaffPermission } from '@/lib/core/permissions'

/** The lists of the dashboard that keep views, by their address, with the permission that reads them. */
export const viewAreas = {
  '/admin/orders': 'orders.read',
  '/admin/carts': 'orders.read',
  '/admin/products': 'catalog.read',
  '/admin/inventory': 'inventory.write',
  '/admin/customers': 'customers.read',
  '/admin/reviews': 'reviews.moderate',
  '/admin/log': 'audit.read',
  '/admin/operations/jobs': 'operations.read',
  '/admin/operations/events': 'operations.read',
  '/admin/operations/mails': 'operations.read',
} as const satisfies Record<string, StaffPermission>

export type ViewArea = keyof typeof viewAreas

/** The list at an address, or null where none is that keeps views. */
export const viewAreaAt = (pathname: string): ViewArea | null => (Object.hasOwn(viewAreas, pathname) ? (pathname as ViewArea) : null)
