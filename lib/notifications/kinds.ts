/* Apart from the schemas, because the form needs them and not zod. */

export const channels = ['bell', 'email'] as const
export type Channel = (typeof channels)[number]

/** What we tell people about, and where unless they choose otherwise. What concerns the account's safety cannot be switched off. */
export const notificationKinds = {
  order: { name: 'Your orders', description: 'When an order is on its way and when it has arrived.', bell: true, email: true, isFixed: false },
  review: { name: 'Your reviews', description: 'When a review of yours appears in the shop.', bell: true, email: false, isFixed: false },
  back_in_stock: { name: 'Back in stock', description: 'Something you asked for can be bought again.', bell: true, email: true, isFixed: false },
  price_drop: { name: 'Lower prices', description: 'Something you asked about costs less.', bell: true, email: true, isFixed: false },
  security: {
    name: 'Your account’s safety',
    description: 'A new password, a new e-mail address.',
    bell: true,
    email: true,
    isFixed: true,
  },
} as const

export type NotificationKind = keyof typeof notificationKinds

export const kindNames = ['order', 'review', 'back_in_stock', 'price_drop', 'security'] as const satisfies NotificationKind[]
