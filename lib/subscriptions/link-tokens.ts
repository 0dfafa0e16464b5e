import { SubscriptionId } from '@/lib/core/ids'
import { isSignedBy, sign } from '@/lib/platform/secrets'

/** Each link has a purpose of its own, so that one that confirms ends nothing, and the other way round. */
const CONFIRM = 'subscription-confirm'
const END = 'subscription-end'

export const CONFIRM_DAYS = 7

/** The link that a guest confirms with. It ends after `CONFIRM_DAYS`. */
export function confirmPath(id: SubscriptionId, nowMs = Date.now()): string {
  const value = `${id}.${(nowMs + CONFIRM_DAYS * 86_400_000).toString(36)}`
  return `/subscriptions/confirm?t=${value}.${sign(CONFIRM, value)}`
}

/** Null for a token that was not made here, was made for something else, or has ended. */
export function readConfirmToken(token: string, nowMs = Date.now()): SubscriptionId | null {
  const [id = '', until = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isSignedBy(CONFIRM, `${id}.${until}`, signature)) return null
  return Number.parseInt(until, 36) > nowMs ? SubscriptionId.parse(id) : null
}

/** The link that each mail about a subscription ends it with, in its text and in its List-Unsubscribe header. It never ends. */
export const unsubscribePath = (id: SubscriptionId): string => `/unsubscribe?t=${id}.${sign(END, id)}`

export function readUnsubscribeToken(token: string): SubscriptionId | null {
  const [id = '', signature = '', ...rest] = token.split('.')
  return rest.length === 0 && isSignedBy(END, id, signature) ? SubscriptionId.parse(id) : null
}
