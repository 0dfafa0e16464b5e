import type { Role } from '@/lib/core/context'

/* Apart from the schemas, because the form needs them and not zod. */

export const channels = ['bell', 'email'] as const

/**
 * What we tell people about, and where unless they choose otherwise. What concerns the account's safety cannot be switched off; what is
 * said to staff only is no choice of customers.
 */
export const notificationKinds = {
  order: {
    name: 'Your orders',
    description: 'When an order is on its way and when it has arrived.',
    bell: true,
    email: true,
    isFixed: false,
    isForStaff: false,
  },
  review: {
    name: 'Your reviews',
    description: 'When a review of yours appears in the shop.',
    bell: true,
    email: false,
    isFixed: false,
    isForStaff: false,
  },
  review_request: {
    name: 'How you like it',
    description: 'Some days after a delivery we ask for a few words about it.',
    bell: true,
    email: true,
    isFixed: false,
    isForStaff: false,
  },
  back_in_stock: {
    name: 'Back in stock',
    description: 'Something you asked for can be bought again.',
    bell: true,
    email: true,
    isFixed: false,
    isForStaff: false,
  },
  price_drop: {
    name: 'Lower prices',
    description: 'Something you asked about costs less.',
    bell: true,
    email: true,
    isFixed: false,
    isForStaff: false,
  },
  security: {
    name: 'Your account’s safety',
    description: 'A new password, a new e-mail address.',
    bell: true,
    email: true,
    isFixed: true,
    isForStaff: false,
  },
  low_stock: {
    name: 'Low stock',
    description: 'A product has fallen to the number at which you want to reorder.',
    bell: true,
    email: true,
    isFixed: false,
    isForStaff: true,
  },
  trouble: {
    name: 'Trouble in the shop',
    description: 'Something in the books does not add up, or a job, an event or a mail was given up. Told to admins.',
    bell: true,
    email: true,
    isFixed: true,
    isForStaff: true,
  },
} as const

export type NotificationKind = keyof typeof notificationKinds

export const kindNames = [
  'order',
  'review',
  'review_request',
  'back_in_stock',
  'price_drop',
  'security',
  'low_stock',
  'trouble',
] as const satisfies NotificationKind[]

/** The kinds that somebody may choose about. */
export const kindsFor = (role: Role): NotificationKind[] => kindNames.filter((kind) => role !== 'customer' || !notificationKinds[kind].isForStaff)
