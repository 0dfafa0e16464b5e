'use client'

import { useEffect, useState } from 'react'
import { useShop } from '@/app/_client/shop-context'
import { TruckIcon } from '@/app/_ui/icons'
import { deliveryWindow } from '@/lib/core/delivery-window'

type Props = { minDays: number; maxDays: number; note: string }

/** "Arrives in 3 to 5 days" for everybody; in the browser, which knows what day it is, "Arrives Tuesday to Thursday", as in the cart. */
export function DeliveryLine({ minDays, maxDays, note }: Props) {
  const { locale } = useShop()
  const [dates, setDates] = useState<string | null>(null)
  useEffect(() => {
    setDates(deliveryWindow(new Date().toISOString(), minDays, maxDays, locale))
  }, [locale, minDays, maxDays])
  return (
    <p className="flex gap-3">
      <TruckIcon className="mt-0.5 shrink-0 text-accent" />
      <span>
        <span className="block font-medium">
          {dates ? `Arrives ${dates}` : `Arrives in ${minDays === maxDays ? minDays : `${minDays} to ${maxDays}`} days`}
        </span>
        <span className="text-muted text-sm">{note}</span>
      </span>
    </p>
  )
}
