import type { Dispatch, SetStateAction } from 'react'
import { TestCards } from '@/app/(checkout)/_parts/test-cards'
import { type Card, CardFields, type checkCard } from './card-fields'
import { CheckoutSection } from './checkout-section'

/** Nothing is owed, the test provider's card is entered here, or Stripe's on the next page, where its script may run. */
export type WayToPay = 'nothing' | 'test_card' | 'next_page'

type Props = {
  way: WayToPay
  card: Card
  errors: ReturnType<typeof checkCard>
  onChange: Dispatch<SetStateAction<Card>>
  nowIso: string
}

export function PaymentSection({ way, card, errors, onChange, nowIso }: Props) {
  return (
    <CheckoutSection title="Payment">
      {way === 'nothing' && <p>This order costs nothing. We need no card for it.</p>}
      {way === 'test_card' && (
        <>
          <div className="with-js grid gap-4">
            <TestCards
              onUse={(number) => onChange({ number: groupsOfFour(number), expiry: card.expiry || inAYear(nowIso), cvc: card.cvc || '123' })}
            />
            <CardFields card={card} errors={errors} onChange={onChange} />
          </div>
          <p className="without-js">You enter your card on the next page. Nothing is charged before that.</p>
        </>
      )}
      {way === 'next_page' && <p>You pay on the next page, safely with Stripe. Your items are reserved for you meanwhile.</p>}
    </CheckoutSection>
  )
}

const inAYear = (nowIso: string) => `12/${String(new Date(nowIso).getUTCFullYear() + 1).slice(-2)}`

const groupsOfFour = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
