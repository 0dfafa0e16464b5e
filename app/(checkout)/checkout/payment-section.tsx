import { TestCards } from '@/app/(checkout)/_parts/test-cards'
import { type Card, CardFields, type checkCard } from './card-fields'
import { CheckoutSection } from './checkout-section'

export type PaymentSectionProps = {
  takesTestCards: boolean
  card: Card
  errors: ReturnType<typeof checkCard>
  onChange: (card: Card) => void
  nowIso: string
}

/** The test provider's card is entered here; Stripe's on the next page, where its script may run. */
export function PaymentSection({ takesTestCards, card, errors, onChange, nowIso }: PaymentSectionProps) {
  return (
    <CheckoutSection title="Payment">
      {takesTestCards ? (
        <>
          <div className="with-js grid gap-4">
            <TestCards
              onUse={(number) => onChange({ number: groupsOfFour(number), expiry: card.expiry || inAYear(nowIso), cvc: card.cvc || '123' })}
            />
            <CardFields card={card} errors={errors} onChange={onChange} />
          </div>
          <p className="without-js">You enter your card on the next page. Nothing is charged before that.</p>
        </>
      ) : (
        <p>You pay on the next page, safely with Stripe. Your items are reserved for you meanwhile.</p>
      )}
    </CheckoutSection>
  )
}

const inAYear = (nowIso: string) => `12/${String(new Date(nowIso).getUTCFullYear() + 1).slice(-2)}`

const groupsOfFour = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
