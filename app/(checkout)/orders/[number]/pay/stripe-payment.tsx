'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, sendJson } from '@/app/_client/cart-api'
import { Button } from '@/app/_ui/button'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import type { PaymentResult } from '@/lib/payments/schemas'
import { HostedPayment } from './hosted-payment'
import { loadStripe, type StripeElements, type StripeScript } from './load-stripe'

type Props = { number: string; token: string; total: string; payKey: string; publishableKey: string; setback: string | null }
type Ready = { stripe: StripeScript; elements: StripeElements }

/**
 * Stripe's Payment Element: the card goes from the browser to Stripe and never through the shop. Without JavaScript, or where Stripe's
 * script does not load (a blocker, a company's network), its own page takes the payment.
 */
export function StripePayment({ number, token, total, payKey, publishableKey, setback }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState<Ready | null>(null)
  const [message, setMessage] = useState(setback)
  const [isBusy, setIsBusy] = useState(false)
  const [isBroken, setIsBroken] = useState(false)

  useEffect(() => {
    let isGone = false
    void begin().catch((error: unknown) => {
      if (isGone) return
      setIsBroken(true)
      setMessage(
        error instanceof ApiProblem ? error.message : 'The card form of Stripe did not load. Nothing was charged, and your items are still held.',
      )
    })
    async function begin() {
      const [stripe, result] = await Promise.all([loadStripe(publishableKey), beginPayment(number, token, payKey)])
      if (isGone) return
      if (!result.client_secret) return window.location.reload()
      const elements = stripe.elements({ clientSecret: result.client_secret, appearance: { theme: isDark() ? 'night' : 'stripe' } })
      if (place.current) elements.create('payment').mount(place.current)
      setReady({ stripe, elements })
    }
    return () => {
      isGone = true
    }
  }, [number, token, payKey, publishableKey])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready || isBusy) return
    setIsBusy(true)
    setMessage(null)
    const returnUrl = new URL(`/api/v1/orders/${encodeURIComponent(number)}/payments/return`, window.location.origin)
    returnUrl.searchParams.set('t', token)
    const { error } = await ready.stripe.confirmPayment({ elements: ready.elements, confirmParams: { return_url: returnUrl.href } })
    // Only a refusal comes back here; a success leaves for the return address.
    setMessage(error?.message ? `${error.message} Nothing was charged.` : 'The payment did not go through. Nothing was charged.')
    setIsBusy(false)
  }

  return (
    <>
      <form onSubmit={submit} className="with-js grid gap-4">
        {message && (
          <Notice tone="danger" role="alert">
            {message}
          </Notice>
        )}
        {!isBroken && (
          <>
            <div ref={place} className="min-h-56 rounded-md" />
            <Button type="submit" size="lg" wide disabled={!ready} aria-disabled={isBusy}>
              {(!ready || isBusy) && <LoaderCircleIcon className="size-5 animate-spin" />}
              {ready && !isBusy ? `Pay ${total}` : 'One moment …'}
            </Button>
          </>
        )}
      </form>
      <HostedPayment {...{ number, token, total, payKey }} className={isBroken ? 'grid gap-3' : 'without-js grid gap-3'} />
    </>
  )
}

const beginPayment = (number: string, token: string, key: string) =>
  sendJson<PaymentResult>('POST', `/api/v1/orders/${encodeURIComponent(number)}/payments`, { token, method: 'stripe' }, { 'idempotency-key': key })

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}
