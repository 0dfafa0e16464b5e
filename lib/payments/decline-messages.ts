import { DomainError } from '@/lib/core/errors'

const sentences: Record<string, string> = {
  card_declined: 'Your card was declined. Nothing was charged. Try another card.',
  insufficient_funds: 'There is not enough money on this card. Nothing was charged. Try another card.',
  expired_card: 'This card has expired. Nothing was charged. Try another card.',
  incorrect_cvc: 'The security code is not right. Nothing was charged. Check it and try again.',
  challenge_refused: 'The payment was not confirmed. Nothing was charged. Try again or use another card.',
  cancelled: 'The payment was cancelled. Nothing was charged. Try again when you are ready.',
  not_a_test_card: 'This shop takes test cards only, for example 4242 4242 4242 4242. Nothing was charged.',
}

/** What to tell the shopper about a decline. Codes are the provider's. */
const declineMessage = (code: string): string => sentences[code] ?? 'The payment did not go through. Nothing was charged. Try another card.'

export const declined = (code: string) => new DomainError('payment_declined', { detail: declineMessage(code), extra: { decline_code: code } })
