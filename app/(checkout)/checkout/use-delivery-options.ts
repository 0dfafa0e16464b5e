'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { sendJson } from '@/app/_client/cart-api'
import { keys } from '@/app/_client/keys'
import type { DeliveryOption } from '@/lib/checkout/schemas'

type Rendered = { country: string; version: number; options: DeliveryOption[] }

/** How this version of the cart can travel to the country that is chosen. Until the answer is there, what was shown before stays. */
export function useDeliveryOptions(country: string, version: number, rendered: Rendered) {
  const isRendered = country === rendered.country && version === rendered.version
  const { data = rendered.options, refetch } = useQuery({
    queryKey: keys.deliveryOptions(country, version),
    queryFn: async () => (await sendJson<{ data: DeliveryOption[] }>('GET', `/api/v1/cart/delivery-options?country=${country}`)).data,
    initialData: isRendered ? rendered.options : undefined,
    placeholderData: keepPreviousData,
    staleTime: 2_000,
    refetchOnWindowFocus: 'always',
  })
  return { options: data, refetch }
}
