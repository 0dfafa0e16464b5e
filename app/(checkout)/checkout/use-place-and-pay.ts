'use client'

import { type FormEvent, type RefObject, useState } from 'react'
import { ApiProblem } from '@/app/_client/cart-api'
import { tellOtherTabs } from '@/app/_client/cart-signals'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import type { Money } from '@/lib/core/money'
import { type Card, checkCard } from './card-fields'
import { fieldsOfForm, forgetFields } from './kept-fields'
import { orderOfFields } from './order-of-fields'
import { pay, place } from './place-and-pay'
import type { CheckoutFields } from './use-checkout-fields'

export type PlaceAndPay = {
  form: RefObject<HTMLFormElement | null>
  fields: CheckoutFields
  /** Null where the card is entered on the next page. */
  card: Card | null
  total: Money
  isBusy: boolean
  setIsBusy: (isBusy: boolean) => void
  placeKey: string
  payKey: string
  /** What a refusal without JavaScript said. */
  firstMessage: string | null
  rereadCart: () => Promise<unknown>
  onRefused: () => void
}

/** Sends the form with JavaScript: checks it, places the order, pays, and goes on to the order or to the bank. */
export function usePlaceAndPay(props: PlaceAndPay) {
  const { form, fields, card, total, isBusy, setIsBusy, placeKey, payKey, firstMessage, rereadCart, onRefused } = props
  const [hasTriedCard, setHasTriedCard] = useState(false)
  const [message, setMessage] = useState(firstMessage)
  const cardErrors = card ? checkCard(card) : {}

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy || !form.current) return
    setMessage(null)
    setHasTriedCard(true)
    const found = fields.checkAll()
    if (found > 0 || Object.keys(cardErrors).length > 0) return onRefused()
    setIsBusy(true)
    try {
      await placeAndPay(form.current)
    } catch (error) {
      setIsBusy(false)
      if (!(error instanceof ApiProblem)) throw error
      fields.showServerErrors(error.fieldErrors)
      setMessage(error.code === 'invalid_input' ? null : error.message)
      if (error.status === 409 || error.status === 404) await rereadCart()
      onRefused()
    }
  }

  async function placeAndPay(element: HTMLFormElement) {
    const body = orderOfFields({
      ...fieldsOfForm(element),
      'expected_total/amount': total.amount,
      'expected_total/currency': total.currency,
    })
    const order = await place({ key: placeKey, body })
    forgetFields()
    tellOtherTabs()
    const next = await pay(order, card, payKey)
    // Who comes back from the bank without an answer finds the order there, not an empty checkout: its link is nowhere else yet.
    if (!next.startsWith('/')) window.history.replaceState(null, '', orderPath(order, 'pay'))
    window.location.assign(next)
  }

  return { submit, message, forgetMessage: () => setMessage(null), cardErrors: hasTriedCard ? cardErrors : {} }
}
