/** What the provider does with a card number. */
export type CardRule = {
  number: string
  /** For the README and for the payment page. */
  meaning: string
  result: 'captured' | 'declined' | 'requires_action' | 'processing'
  declineCode?: string
  /** The answer is held back this long, though the payment is made at once. */
  answerAfterMs?: number
  /** Webhooks: one with the newest state, or all of them, three times each and shuffled. */
  webhooks?: 'duplicated'
}

export const testCards: readonly CardRule[] = [
  { number: '4242424242424242', meaning: 'Approved', result: 'captured' },
  { number: '4000000000000002', meaning: 'Declined', result: 'declined', declineCode: 'card_declined' },
  { number: '4000000000009995', meaning: 'Declined: insufficient funds', result: 'declined', declineCode: 'insufficient_funds' },
  { number: '4000000000003220', meaning: 'Has to be confirmed on a page of the bank', result: 'requires_action' },
  { number: '4000000000000077', meaning: 'Approved about three seconds later, by webhook', result: 'processing' },
  { number: '4000000000000259', meaning: 'Approved, with webhooks that repeat and arrive out of order', result: 'captured', webhooks: 'duplicated' },
  { number: '4000000000000119', meaning: 'Approved, but the answer takes 15 seconds', result: 'captured', answerAfterMs: 15_000 },
]

/** The rule of a card; past cards and numbers that are not in the table are declined. `expiry` is `MM/YY`. */
export function cardRuleOf(card: { number: string; expiry: string }, now = new Date()): CardRule {
  const rule = testCards.find((known) => known.number === card.number)
  if (!rule) return { number: card.number, meaning: 'Not a test card', result: 'declined', declineCode: 'not_a_test_card' }
  if (isExpired(card.expiry, now)) return { ...rule, result: 'declined', declineCode: 'expired_card' }
  return rule
}

/** A card is good until the end of its month. */
function isExpired(expiry: string, now: Date): boolean {
  const [month, year] = expiry.split('/').map(Number)
  return Date.UTC(2000 + (year ?? 0), month ?? 0, 1) <= now.getTime()
}
