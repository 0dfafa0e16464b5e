'use client'

import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { CartLine, CartView } from '@/lib/cart/schemas'
import { cartApi } from './cart-api'
import { withQuantity } from './cart-optimistic'
import { onOtherTab, tellOtherTabs } from './cart-signals'
import { keys } from './keys'
import { showCartCount } from './view'

/** The shopper's cart. `rendered` is what the server put into the page; other tabs and a returning focus bring a fresh one. */
export function useCart({ rendered, enabled = true }: { rendered?: CartView; enabled?: boolean } = {}) {
  const client = useQueryClient()
  useEffect(
    () =>
      onOtherTab(() => {
        // A change under way answers with the newest cart; one that is read before it would show what was taken out once more.
        if (client.isMutating({ mutationKey: keys.cart }) === 0) void client.invalidateQueries({ queryKey: keys.cart })
      }),
    [client],
  )
  return useQuery({
    queryKey: keys.cart,
    queryFn: cartApi.read,
    enabled,
    initialData: rendered,
    staleTime: 2_000,
    refetchOnWindowFocus: 'always',
    // While the shop cannot be reached the browser keeps the lines and tries again.
    retry: 3,
  })
}

/** Puts a cart on the screen: lines, count in the header, everything that shows it. */
function show(client: QueryClient, cart: CartView): void {
  client.setQueryData(keys.cart, cart)
  showCartCount(client, { count: cart.count, subtotal: cart.totals.subtotal })
}

/** Changes are sent one after another, shown at once, and taken back with the reason when the server refuses. */
function useCartChange<V>(run: (variables: V) => Promise<CartView>, guess?: (cart: CartView, variables: V) => CartView) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: keys.cart,
    scope: { id: 'cart' },
    mutationFn: run,
    onMutate: async (variables: V) => {
      await client.cancelQueries({ queryKey: keys.cart })
      const before = client.getQueryData<CartView>(keys.cart)
      if (before && guess) show(client, guess(before, variables))
      return { before }
    },
    onError: (_error, _variables, context) => {
      if (context?.before) show(client, context.before)
      return client.invalidateQueries({ queryKey: keys.cart })
    },
    onSuccess: (cart) => {
      // A later change is already on the screen; its own answer will follow.
      if (client.isMutating({ mutationKey: keys.cart }) <= 1) show(client, cart)
      tellOtherTabs()
    },
  })
}

/** Shows a cart that came from elsewhere, for example from a form's action. */
export function useShowCart(): (cart: CartView) => void {
  const client = useQueryClient()
  return useCallback(
    (cart) => {
      show(client, cart)
      tellOtherTabs()
    },
    [client],
  )
}

export const useAddItem = () => useCartChange(({ variantId, quantity }: { variantId: string; quantity: number }) => cartApi.add(variantId, quantity))

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
