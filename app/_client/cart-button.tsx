'use client'

import { useQueryClient } from '@tanstack/react-query'
import { lazy, type MouseEvent, Suspense, useCallback, useEffect, useState } from 'react'
import { button } from '@/app/_ui/button'
import { ShoppingBagIcon } from '@/app/_ui/icons'
import { onAdded, onOpenCart, onOtherTab } from './cart-signals'
import { readViewAgain, useHasMarker, useView } from './view'
import './cart.css'

const loadDrawer = () => import('./cart-drawer')
const CartDrawer = lazy(() => loadDrawer().then(({ CartDrawer }) => ({ default: CartDrawer })))

/** The way to the cart: a link without JavaScript, with it the drawer, which is loaded when somebody reaches for it. */
export function CartButton() {
  const view = useView()
  const hasMarker = useHasMarker()
  const count = view?.cart?.count ?? 0
  const client = useQueryClient()
  const [drawer, setDrawer] = useState<{ wasOpened: boolean; isOpen: boolean }>({ wasOpened: false, isOpen: false })
  const [added, setAdded] = useState<{ name: string; variantId: string } | null>(null)
  const close = useCallback(() => setDrawer((known) => ({ ...known, isOpen: false })), [])

  // Visited pages stay mounted but hidden: an open drawer must not come back with one of them.
  useEffect(() => close, [close])
  useEffect(() => onOpenCart(() => setDrawer({ wasOpened: true, isOpen: true })), [])
  useEffect(() => onAdded(setAdded), [])
  useEffect(() => onOtherTab(() => readViewAgain(client)), [client])

  function open(event: MouseEvent) {
    // Another tab or window was asked for: the link does that.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setAdded(null)
    setDrawer({ wasOpened: true, isOpen: true })
  }

  return (
    <>
      <a
        href="/cart"
        data-cart-button
        onClick={open}
        onPointerEnter={loadDrawer}
        onFocus={loadDrawer}
        className={button({ look: 'plain', size: 'icon', className: 'relative' })}
        aria-label={labelOf(view || hasMarker === false ? count : null)}
      >
        <ShoppingBagIcon className="size-6" />
        {count > 0 && (
          <span
            key={count}
            aria-hidden
            className="cart-count tabular absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.75rem] text-accent-ink leading-none"
          >
            {count > 99 ? '99+' : count}
          </span>
        )}
      </a>
      <span role="status" className="sr-only">
        {added && `${added.name} is in your cart.`}
      </span>
      {drawer.wasOpened && (
        <Suspense>
          <CartDrawer isOpen={drawer.isOpen} onClose={close} newVariantId={added?.variantId} />
        </Suspense>
      )}
    </>
  )
}

/** `count` is null while nobody knows: before the view's answer, and always without JavaScript. */
function labelOf(count: number | null): string {
  if (count === null) return 'Cart'
  return count === 0 ? 'Cart, empty' : `Cart, ${count} ${count === 1 ? 'item' : 'items'}`
}
