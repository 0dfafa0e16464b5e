'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cartApi, sendJson } from '@/app/_client/cart-api'
import type { AddressView } from '@/lib/addresses/schemas'
import type { Country } from '@/lib/checkout/schemas'
import type { OrderView } from '@/lib/orders/schemas'
import type { ActionState } from '@/lib/web/action-state'
import type { FieldBinding } from './checkout-field'
import { checkField, type Fields } from './field-checks'
import { fieldsOfForm, keptFields } from './kept-fields'
import { addressTexts } from './saved-addresses'
import type { Start } from './starting-fields'

type Kind = 'shipping' | 'billing'
type Countries = Record<Kind, Country>

export type CheckoutFields = ReturnType<typeof useCheckoutFields>

/** What the form remembers of its fields: errors, countries, and what was typed before a reload. The values themselves stay in the fields. */
export function useCheckoutFields(form: RefObject<HTMLFormElement | null>, state: ActionState<OrderView>, start: Start) {
  const sent = state.status === 'failed' ? state.values : null
  const initial: Fields = sent ?? start.fields
  const [errors, setErrors] = useState<Fields>(state.status === 'failed' ? state.fieldErrors : {})
  const [country, setCountries] = useState<Countries>(() => countriesOf(state, start))
  const [returning, setReturning] = useState<Fields | null>(null)

  async function setCountry(kind: Kind, code: string) {
    const found = await findCountry(code)
    setCountries((known) => ({ ...known, [kind]: found }))
    setErrors(without([`${kind}_address/region`, `${kind}_address/postal_code`, `${kind}_address/country`]))
  }

  // Typed text comes back after a reload, once the fields of its countries are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears
  useEffect(() => {
    const kept = sent ? null : keptFields()
    if (!kept) return
    const codes = { shipping: kept['shipping_address/country'], billing: kept['billing_address/country'] }
    void Promise.all(
      (['shipping', 'billing'] as const).map((kind) => (codes[kind] && codes[kind] !== country[kind].code ? setCountry(kind, codes[kind]) : null)),
    ).then(() => setReturning(kept))
  }, [])
  useLayoutEffect(() => {
    if (returning && form.current) fill(form.current, returning)
  }, [returning, form])

  /** Fills in one of the account's addresses, once the fields of its country are there. */
  async function takeAddress(kind: Kind, address: AddressView) {
    await setCountry(kind, address.country)
    if (form.current) setReturning({ ...fieldsOfForm(form.current), ...addressTexts(kind, address) })
  }

  const checkOne = (name: string, value: string) => checkField(name, value, name.startsWith('billing') ? country.billing : country.shipping)

  const keeping = useRef(Promise.resolve())

  function bind(name: string): FieldBinding {
    return {
      name,
      defaultValue: initial[name] ?? '',
      error: errors[name],
      onBlur: ({ currentTarget: { value } }) => {
        // An empty field that somebody only walks through is not wrong yet.
        const error = value.trim() === '' ? null : checkOne(name, value)
        if (error) setErrors((known) => ({ ...known, [name]: error }))
        if (name === 'email' && !error) keepContact()
      },
    }
  }

  /**
   * Keeps e-mail and consent with the cart when either was given or taken back. The purchase does not depend on it, so a failure stays
   * silent. One after the other: the last word of a person must not be overtaken by the one before.
   */
  function keepContact(): void {
    keeping.current = keeping.current.then(async () => {
      if (!form.current) return
      const { email = '', marketing_consent: consent } = fieldsOfForm(form.current)
      if (email.trim() === '' || checkOne('email', email)) return
      await cartApi.saveContact(email.trim(), consent === 'on').catch(() => undefined)
    })
  }

  /** Checks every field that is in use and shows what is wrong. Returns how many are. */
  function checkAll(): number {
    if (!form.current) return 0
    const values = fieldsOfForm(form.current)
    const found = Object.entries(values).flatMap(([name, value]) => {
      if (name.startsWith('billing_address/') && values.billing_same === 'on') return []
      const error = checkOne(name, value)
      return error ? [[name, error] as const] : []
    })
    setErrors(Object.fromEntries(found))
    return found.length
  }

  /** Takes an error away as soon as the text is right, not earlier and not later. */
  function clearFixed(target: EventTarget) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !errors[target.name]) return
    if (checkOne(target.name, target.value) === null) setErrors(without([target.name]))
  }

  return { initial, errors, takeAddress, country, setCountry, bind, keepContact, checkAll, clearFixed, showServerErrors: setErrors }
}

/** After a refusal without JavaScript: the countries that were chosen. */
function countriesOf(state: ActionState<OrderView>, { countries }: Start): Countries {
  const chosen = state.status === 'failed' ? (state.extra.countries as Record<Kind, Country | null> | undefined) : undefined
  return { shipping: chosen?.shipping ?? countries.shipping, billing: chosen?.billing ?? countries.billing }
}

const without = (names: string[]) => (known: Fields) => Object.fromEntries(Object.entries(known).filter(([name]) => !names.includes(name)))

const findCountry = (code: string) => sendJson<Country>('GET', `/api/v1/countries/${encodeURIComponent(code)}`)

function fill(form: HTMLFormElement, fields: Fields): void {
  for (const element of form.elements) {
    const isControl = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
    if (!isControl || !element.name || element.type === 'hidden' || element.type === 'radio') continue
    if (element instanceof HTMLInputElement && element.type === 'checkbox') element.checked = fields[element.name] === 'on'
    else if (fields[element.name] !== undefined && !element.name.endsWith('/country')) element.value = fields[element.name] ?? ''
  }
}
