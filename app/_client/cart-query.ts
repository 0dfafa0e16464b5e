'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CartLine, CartView } from '@/lib/cart/schemas'
import { cartApi } from './cart-api'
import { withQuantity } from './cart-optimistic'
import { onOtherTab, tellOtherTabs } from './cart-signals'

export const cartKey = ['cart'] as const

/** The shopper's cart. `rendered` is what the server put into the page; other tabs and a returning focus bring a fresh one. */
export function useCart({ rendered, enabled = true }: { rendered?: CartView; enabled?: boolean } = {}) {
  const client = useQueryClient()
  useEffect(() => onOtherTab(() => client.invalidateQueries({ queryKey: cartKey })), [client])
  return useQuery({
    queryKey: cartKey,
    queryFn: cartApi.read,
    enabled,
    initialData: rendered,
    staleTime: 2_000,
    refetchOnWindowFocus: 'always',
    // While the shop cannot be reached the browser keeps the lines and tries again.
    retry: 3,
  })
}

/** Changes are sent one after another, shown at once, and taken back with the reason when the server refuses. */
function useCartChange<V>(run: (variables: V) => Promise<CartView>, guess?: (cart: CartView, variables: V) => CartView) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: cartKey,
    scope: { id: 'cart' },
    mutationFn: run,
    onMutate: async (variables: V) => {
      await client.cancelQueries({ queryKey: cartKey })
      const before = client.getQueryData<CartView>(cartKey)
      if (before && guess) client.setQueryData(cartKey, guess(before, variables))
      return { before }
    },
    onError: (_error, _variables, context) => {
      if (context?.before) client.setQueryData(cartKey, context.before)
      return client.invalidateQueries({ queryKey: cartKey })
    },
    onSuccess: (cart) => {
      // A later change is already on the screen; its own answer will follow.
      if (client.isMutating({ mutationKey: cartKey }) <= 1) client.setQueryData(cartKey, cart)
      tellOtherTabs()
    },
  })
}

export const useAddItem = () =>
  useCartChange(({ variantId, quantity }: { variantId: string; quantity: number }) => cartApi.add(variantId, quantity))

export const useChangeItem = () =>
  useCartChange(
    ({ id, quantity }: { id: string; quantity: number }) => cartApi.change(id, quantity),
    (cart, { id, quantity }) => withQuantity(cart, id, quantity),
  )

export const useRemoveItem = () =>
  useCartChange(
    (line: CartLine) => cartApi.remove(line.id),
    (cart, line) => withQuantity(cart, line.id, 0),
  )
