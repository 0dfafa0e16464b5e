'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useEffect, useRef, useState } from 'react'
import { useServerAction } from '@/app/_client/use-server-action'
import { Button } from '@/app/_ui/button'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { TestCards } from '@/app/(checkout)/_parts/test-cards'
import { type Card, CardFields, checkCard, emptyCard } from '@/app/(checkout)/checkout/card-fields'
import { payOrderAction } from '../actions'

type Props = {
  number: string
  token: string
  total: string
  payKey: string
  nowIso: string
  /** What went wrong before this page, with the next step. */
  setback: string | null
}

/** A card of the test provider. The same form posts itself without JavaScript. */
export function CardPayment({ number, token, total, payKey, nowIso, setback }: Props) {
  const [state, pay, isPending] = useServerAction(payOrderAction)
  const [card, setCard] = useState<Card>(emptyCard)
  const [wasTried, setWasTried] = useState(false)
  const router = useRouter()
  const problem = useRef<HTMLDivElement>(null)
  const failed = state.status === 'failed' ? state : null
  const serverErrors = Object.fromEntries(Object.entries(failed?.fieldErrors ?? {}).map(([name, text]) => [name.replace('card/', ''), text]))
  const errors = { ...serverErrors, ...(wasTried ? checkCard(card) : {}) }

  useEffect(() => {
    if (!failed) return
    problem.current?.focus()
    // Its time is over, or it was cancelled or paid elsewhere: the page leads on to the order, which says so and what can be done.
    if (failed.code === 'not_payable') router.refresh()
  }, [failed, router])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setWasTried(true)
    const faulty = Object.keys(checkCard(card))[0]
    if (faulty) return document.getElementById(`card-${faulty}`)?.focus()
    const form = new FormData(event.currentTarget)
    if (!isPending) startTransition(() => pay(form))
  }

  return (
    <form action={pay} onSubmit={submit} noValidate className="grid gap-4">
      {(failed ?? setback) && (
        <Notice ref={problem} tone="danger" role="alert" tabIndex={-1}>
          {failed?.message ?? setback}
        </Notice>
      )}
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="method" value="test_card" />
      <input type="hidden" name="idempotency_key" value={payKey} />
      <TestCards
        onUse={(chosen) =>
          setCard({ number: chosen.replaceAll(/(\d{4})(?=\d)/g, '$1 '), expiry: card.expiry || inAYear(nowIso), cvc: card.cvc || '123' })
        }
      />
      <CardFields card={card} errors={errors} onChange={setCard} namePrefix="card" />
      <Button type="submit" size="lg" wide aria-disabled={isPending} className="mt-2">
        {isPending && <LoaderCircleIcon className="size-5 animate-spin" />}
        {isPending ? 'One moment …' : `Pay ${total}`}
      </Button>
      <p role="status" className="sr-only">
        {isPending ? 'Paying. Please keep this page open.' : ''}
      </p>
    </form>
  )
}

const inAYear = (nowIso: string) => `12/${String(new Date(nowIso).getUTCFullYear() + 1).slice(-2)}`
