import { minorDigits } from '@/lib/core/format-money'
import { writtenAmount } from '@/lib/core/written-number'

type Fields = Record<string, unknown>

/** `units/{id}` of each line, those above zero: what a parcel or a refund holds. */
export function unitsOf(fields: Fields, group = 'units'): { order_item_id: string; quantity: unknown }[] {
  return Object.entries(fields).flatMap(([name, quantity]) =>
    name.startsWith(`${group}/`) && quantity !== '' && quantity !== '0' ? [{ order_item_id: name.slice(group.length + 1), quantity }] : [],
  )
}

export const isChecked = (value: unknown): boolean => value === 'on'

/** An amount as people write it, in minor units of the `currency` that the form carries. What is no amount stays as it is and is refused. */
export function minorAmount({ amount, currency }: Fields): unknown {
  const digits = minorDigits(/^[A-Z]{3}$/.test(String(currency)) ? String(currency) : 'USD')
  const text = String(amount ?? '').trim()
  return writtenAmount(text, digits) ?? text
}
