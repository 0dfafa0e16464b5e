'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { FormButton } from '@/app/_client/form-button'
import { useShop } from '@/app/_client/shop-context'
import { useServerAction } from '@/app/_client/use-server-action'
import { Picture } from '@/app/_ui/picture'
import { endSubscriptionAction } from '@/app/(account)/subscriptions/actions'
import { formatMoney } from '@/lib/core/format-money'
import type { Subscription } from '@/lib/subscriptions/schemas'

/** What the person waits to hear about, each with the way to end it. */
export function SubscriptionList({ subscriptions }: { subscriptions: Subscription[] }) {
  const [state, end] = useServerAction(endSubscriptionAction)
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    if (state.status === 'done') setEnded((known) => new Set([...known, state.value.id]))
  }, [state])

  const waiting = subscriptions.filter(({ id }) => !ended.has(id))
  if (subscriptions.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="text-lg">
        We keep an eye on
      </h2>
      <p className="mt-1 text-muted">You get one mail about each, and then it ends by itself.</p>
      <p role="status" className="sr-only">
        {ended.size > 0 && 'Ended.'}
      </p>
      {state.status === 'failed' && (
        <p role="alert" className="mt-2 font-medium text-danger">
          {state.message}
        </p>
      )}
      <ul className="mt-4 divide-y divide-line border-line border-y">
        {waiting.map((subscription) => (
          <li key={subscription.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
            <span className="tile block size-16 shrink-0">
              {subscription.picture && <Picture picture={subscription.picture} sizes="64px" alt="" />}
            </span>
            <div className="min-w-40 flex-1">
              <Link href={`/p/${subscription.slug}` as Route} prefetch={false} className="font-medium hover:underline">
                {subscription.name}
              </Link>
              {subscription.variant_title && <p className="text-muted text-sm">{subscription.variant_title}</p>}
              <What subscription={subscription} />
            </div>
            <form action={end}>
              <input type="hidden" name="id" value={subscription.id} />
              <FormButton look="quiet" size="sm">
                End<span className="sr-only"> for {subscription.name}</span>
              </FormButton>
            </form>
          </li>
        ))}
      </ul>
      {waiting.length === 0 && <p className="mt-4 text-muted">Nothing is left.</p>}
    </section>
  )
}

function What({ subscription: { kind, price_then, price_now, availability } }: { subscription: Subscription }) {
  const { locale } = useShop()
  if (kind === 'back_in_stock') {
    return <p className="text-muted text-sm">{availability === 'sold_out' ? 'Sold out. We write when it is back.' : 'It is back.'}</p>
  }
  return (
    <p className="text-muted text-sm">
      {price_now.amount < price_then.amount
        ? `Now ${formatMoney(price_now, locale)}, it was ${formatMoney(price_then, locale)}.`
        : `We write when it costs less than ${formatMoney(price_then, locale)}.`}
    </p>
  )
}
