const setting = ['added', 'changed', 'removed'] as const

/** What the settings are made of (`lib/settings`). */
const settings = {
  mail_sender: setting,
  payments: setting,
  rate_limits: setting,
  shipping_method: setting,
  shipping_zone: setting,
  shop: setting,
  tax_rate: setting,
  usual_tax: setting,
}
export type SettingNoun = keyof typeof settings
export type SettingStep = (typeof setting)[number]

/** Everything that the activity log can say: the noun, and what happened to it. The dashboard has a sentence for each. */
const nouns = {
  ...settings,
  cache: ['emptied', 'purged'],
  category: ['added', 'arranged', 'changed', 'moved'],
  customer: ['banned', 'password_reset_sent', 'unbanned'],
  event: ['retried'],
  job: ['cancelled', 'retried'],
  mail: ['resent'],
  member: ['role_changed'],
  network_address: ['blocked', 'unblocked'],
  order: [
    'address_changed',
    'cancelled',
    'delivered',
    'note_added',
    'parcel_sent',
    'refunded',
    'return_approved',
    'return_received',
    'return_refunded',
    'return_rejected',
  ],
  product: ['added', 'changed', 'pictures_changed', 'threshold_changed'],
  products: ['all_changed', 'changed'],
  review: ['approved', 'rejected'],
  role: ['added', 'changed', 'removed'],
  stock: ['adjusted'],
  test_mail: ['sent'],
} as const
type Nouns = typeof nouns
export type AuditAction = { [N in keyof Nouns]: `${N}.${Nouns[N][number]}` }[keyof Nouns]

const filters = new Set(Object.entries(nouns).flatMap(([noun, steps]) => [`${noun}.`, ...steps.map((step) => `${noun}.${step}`)]))

/** An action, or with a dot at its end every action of a noun: `order.` */
export const isActionFilter = (text: string): boolean => filters.has(text)
