'use client'

import { useEffect, useState } from 'react'
import { useShowCart } from '@/app/_client/cart-query'
import { announceAdded } from '@/app/_client/cart-signals'
import { useServerAction } from '@/app/_client/use-server-action'
import { wishlistApi } from '@/app/_client/wishlist-api'
import { Notice } from '@/app/_ui/notice'
import { WishlistCard } from '@/app/(account)/_parts/wishlist-card'
import type { WishlistItem } from '@/lib/wishlist/schemas'
import { addToWishlistAction, moveToCartAction, removeFromWishlistAction } from './actions'
import { GoneCard, type GoneHow } from './gone-card'
import { MoveForm, RemoveForm, UndoForm } from './item-forms'
import { WishlistEmpty } from './wishlist-empty'

/**
 * The things on the list. What was taken off leaves its place behind, with the way back, so that nothing jumps under the pointer.
 * Each control is a form, so that all of it works without JavaScript: the state of the last one then stands above the list.
 */
export function WishlistPanel({ items }: { items: WishlistItem[] }) {
  const showCart = useShowCart()
  const [moved, move] = useServerAction(moveToCartAction)
  const [removed, remove] = useServerAction(removeFromWishlistAction)
  const [added, add] = useServerAction(addToWishlistAction)
  const [gone, setGone] = useState<ReadonlyMap<string, GoneHow>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)

  function mark(id: string, how: GoneHow | null) {
    setGone((known) => new Map([...known].filter(([other]) => other !== id).concat(how ? [[id, how]] : [])))
  }

  useEffect(() => {
    if (moved.status !== 'done') return
    const { product_id, cart } = moved.value
    setGone((known) => new Map([...known, [product_id, 'moved']]))
    showCart(cart)
    const line = cart.lines.find((one) => one.product_id === product_id)
    if (line) announceAdded({ name: line.name, variantId: line.variant_id })
  }, [moved, showCart])

  /** Shown at once, taken back with the reason when the shop refuses. */
  async function change(item: WishlistItem, how: GoneHow | null) {
    const before = gone.get(item.product_id) ?? null
    setProblem(null)
    mark(item.product_id, how)
    try {
      await (how === 'removed' ? wishlistApi.remove(item.product_id) : wishlistApi.add(item.product_id, item.variant_id))
    } catch (error) {
      mark(item.product_id, before)
      setProblem(error instanceof Error ? error.message : null)
    }
  }

  const failed = [moved, removed, added].find((state) => state.status === 'failed')
  const message = problem ?? (failed?.status === 'failed' ? failed.message : null)
  const takenOff = removed.status === 'done' && added.status === 'idle' ? removed.value.product_id : null
  return (
    <section aria-label="Things on your wishlist">
      {message && (
        <Notice tone="danger" role="alert" className="mb-6">
          {message}
        </Notice>
      )}
      {/* Without JavaScript the page comes back without the item; with it the item's place says so itself. */}
      {takenOff && !items.some(({ product_id }) => product_id === takenOff) && (
        <Notice role="status" className="mb-6 flex flex-wrap items-center justify-between gap-3">
          <span>It is off your wishlist.</span>
          <UndoForm action={add} productId={takenOff} variantId={null} />
        </Notice>
      )}
      {moved.status === 'done' && !items.some(({ product_id }) => product_id === moved.value.product_id) && (
        <Notice tone="success" role="status" className="mb-6">
          It is in{' '}
          <a href="/cart" className="underline underline-offset-4">
            your cart
          </a>
          .
        </Notice>
      )}
      {/* The last item is gone, and what became of it stands above. */}
      {items.length === 0 && <WishlistEmpty />}
      <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 md:grid-cols-3">
        {items.map((item) => {
          const how = gone.get(item.product_id)
          return (
            <li key={item.product_id}>
              {how ? (
                <GoneCard item={item} how={how}>
                  <UndoForm action={add} productId={item.product_id} variantId={item.variant_id} name={item.name} onUndo={() => change(item, null)} />
                </GoneCard>
              ) : (
                <WishlistCard
                  item={item}
                  corner={<RemoveForm action={remove} item={item} onRemove={() => change(item, 'removed')} />}
                  foot={<MoveForm action={move} item={item} />}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
