'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { useServerAction } from '@/app/_client/use-server-action'
import { Button } from '@/app/_ui/button'
import { payOrderAction } from '../actions'

type Props = { number: string; token: string; total: string; payKey: string; className: string }

/** Stripe's own page: without JavaScript, and where its script does not load. */
export function HostedPayment({ number, token, total, payKey, className }: Props) {
  const [state, payAtStripe] = useServerAction(payOrderAction)
  return (
    <form action={payAtStripe} className={className}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="method" value="stripe_hosted" />
      <input type="hidden" name="idempotency_key" value={`${payKey}-hosted`} />
      <p>You pay on a page of Stripe and come back here afterwards.</p>
      <Button type="submit" size="lg" wide>
        Pay {total} at Stripe
      </Button>
      <FormProblem state={state} />
    </form>
  )
}
