'use client'

import { useShop } from '@/app/_client/shop-context'
import type { Totals } from '@/lib/cart/schemas'
import { deliveryWindow } from '@/lib/core/delivery-window'
import { formatMoney } from '@/lib/core/format-money'

export type ShippingChoice = {
  code: string
  name: string
  description: string
  rateMinor: number
  minDays: number
  maxDays: number
  isDefault: boolean
}

type Props = { choices: ShippingChoice[]; chosen: string; onChoose: (code: string) => void; timeZone: string; nowIso: string }

export function ShippingMethods({ choices, chosen, onChoose, timeZone, nowIso }: Props) {
  const { locale, currency } = useShop()
  return (
    <fieldset>
      <legend className="sr-only">Shipping method</legend>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {choices.map(({ code, name, rateMinor, minDays, maxDays }) => (
          <label key={code} className="flex items-center gap-3 px-4 py-3 has-checked:bg-accent-soft">
            <input
              type="radio"
              name="shipping_method"
              value={code}
              checked={code === chosen}
              onChange={() => onChoose(code)}
              className="size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{name}</span>
              <span className="block text-muted text-sm">Arrives {deliveryWindow(nowIso, minDays, maxDays, locale, timeZone)}</span>
            </span>
            <span className="tabular">{rateMinor === 0 ? 'Free' : formatMoney({ amount: rateMinor, currency }, locale)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The totals with another way of shipping: only shipping, its words and the sum differ. The server computes them again and compares. */
export function withShipping(totals: Totals, { name, rateMinor, minDays, maxDays }: ShippingChoice): Totals {
  const shipping = totals.subtotal.amount > 0 ? rateMinor : 0
  return {
    ...totals,
    shipping: { ...totals.shipping, amount: shipping },
    total: { ...totals.total, amount: totals.total.amount - totals.shipping.amount + shipping },
    shipping_name: name,
    min_days: minDays,
    max_days: maxDays,
  }
}
