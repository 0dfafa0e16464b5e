/** What somebody of the staff may be allowed to do, in the words in which an admin grants it. Browser-safe: the dashboard hides by it. */
export const staffPermissions = {
  'orders.read': 'See orders and their payments',
  'orders.fulfil': 'Send parcels, receive returns, correct addresses, write notes',
  'orders.cancel': 'Cancel orders',
  'orders.refund': 'Give money back',
  'catalog.read': 'See products and categories that are not for sale too',
  'catalog.write': 'Change products, prices and categories',
  'inventory.write': 'Change stock',
  'customers.read': 'See customers',
  'customers.write': 'Change and ban customers',
  'reviews.moderate': 'Approve and reject reviews',
  'reports.read': 'See what the shop earns',
  'settings.read': 'See the settings',
  'settings.write': 'Change tax, shipping, payment and other settings',
  'operations.read': 'See jobs, mails, caches and health',
  'operations.write': 'Retry jobs, resend mails, empty caches',
  'audit.read': 'See who did what, and take it back',
} as const

export type StaffPermission = keyof typeof staffPermissions

/** What staff without a role of their own may do: the daily work, nothing that costs money and nothing about people's accounts. */
export const defaultStaffPermissions: readonly StaffPermission[] = [
  'orders.read',
  'orders.fulfil',
  'catalog.read',
  'catalog.write',
  'inventory.write',
  'customers.read',
  'reviews.moderate',
  'reports.read',
]
