import type { SubscribeAnswer, SubscriptionKind } from '@/lib/subscriptions/schemas'

const events: Record<SubscriptionKind, string> = { back_in_stock: 'it is back', price_drop: 'it costs less' }

/** What comes next, in one voice for the form, the page without JavaScript and the page of the link. */
export const promise = ({ status, kind }: Pick<SubscribeAnswer, 'status' | 'kind'>): string =>
  status === 'confirmed'
    ? `We will write to you once, when ${events[kind]}.`
    : `Please look into your mailbox: one click in our mail, and we write to you when ${events[kind]}.`
