'use client'

import { useShop } from '@/app/_client/shop-context'
import type { DeliveryOption } from '@/lib/checkout/schemas'
import { deliveryWindow } from '@/lib/core/delivery-window'
import { formatMoney } from '@/lib/core/format-money'

type Props = {
  options: DeliveryOption[]
  chosen: string | undefined
  country: string
  onChoose: (code: string) => void
  timeZone: string
  nowIso: string
}

export function ShippingMethods({ options, chosen, country, onChoose, timeZone, nowIso }: Props) {
  const { locale } = useShop()
  if (options.length === 0) return <p role="status">We do not deliver to {country}. Please choose another country.</p>
  return (
    <fieldset>
      <legend className="sr-only">Shipping method</legend>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {options.map(({ code, name, totals: { shipping, min_days, max_days } }) => (
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
              <span className="block text-muted text-sm">Arrives {deliveryWindow(nowIso, min_days, max_days, locale, timeZone)}</span>
            </span>
            <span className="tabular">{shipping.amount === 0 ? 'Free' : formatMoney(shipping, locale)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
