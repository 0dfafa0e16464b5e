'use client'

import { useIsMutating } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button, button } from '@/app/_ui/button'
import { XIcon } from '@/app/_ui/icons'
import { formatMoney } from '@/lib/core/format-money'
import { AcceptChanges } from './accept-changes'
import { CartEmpty } from './cart-empty'
import { CartLines } from './cart-lines'
import { useCart } from './cart-query'
import { CartTotals } from './cart-totals'
import { keys } from './keys'
import { useShop } from './shop-context'

type Props = { isOpen: boolean; onClose: () => void; newVariantId?: string | null }

/** The cart beside the page. A native modal dialog: it keeps the focus, closes with Escape, and gives the focus back. Loaded when first opened. */
export function CartDrawer({ isOpen, onClose, newVariantId }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { data: cart, isError, refetch } = useCart({ enabled: isOpen })
  const isSettling = useIsMutating({ mutationKey: keys.cart }) > 0
  const [nowIso] = useState(() => new Date().toISOString())
  const { locale } = useShop()

  useEffect(() => {
    const element = dialog.current
    if (isOpen && !element?.open) element?.showModal()
    if (!isOpen && element?.open) element.close()
  }, [isOpen])

  return (
    <dialog
      ref={dialog}
      aria-labelledby="cart-drawer-title"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
      className="cart-drawer m-0 ml-auto h-dvh max-h-none w-full max-w-[28rem] bg-paper shadow-lg"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center justify-between border-line border-b px-5 py-3">
          <h2 id="cart-drawer-title" className="text-lg">
            Your cart{cart && cart.count > 0 ? ` (${cart.count})` : ''}
          </h2>
          <Button look="plain" size="icon" onClick={onClose} aria-label="Close the cart">
            <XIcon className="size-5" />
          </Button>
        </div>
        <div className="flex-1 overflow-y-auto overscroll-contain px-5 pb-6">
          {!cart && !isError && <DrawerSkeleton />}
          {!cart && isError && (
            <div role="alert" className="grid justify-items-start gap-3 py-6">
              <p>We cannot reach your cart right now. Nothing is lost.</p>
              <Button look="quiet" onClick={() => refetch()}>
                Try again
              </Button>
            </div>
          )}
          {cart && (
            <>
              <CartLines cart={cart} newVariantId={newVariantId} />
              {cart.lines.length === 0 && <CartEmpty />}
              {cart.lines.length > 0 && (
                <div className="border-line border-t pt-5">
                  <CartTotals totals={cart.totals} count={cart.count} nowIso={nowIso} isSettling={isSettling} />
                </div>
              )}
            </>
          )}
        </div>
        {cart && cart.lines.length > 0 && (
          <div className="grid gap-3 border-line border-t bg-surface px-5 py-4">
            <AcceptChanges cart={cart} />
            {cart.is_buyable && (
              <a href="/checkout" className={button({ size: 'lg', wide: true })}>
                Check out · {formatMoney(cart.totals.total, locale)}
              </a>
            )}
            <a href="/cart" className="min-h-8 justify-self-center py-1 text-sm underline underline-offset-4">
              See the whole cart
            </a>
          </div>
        )}
      </div>
    </dialog>
  )
}

function DrawerSkeleton() {
  return (
    <div aria-hidden className="grid gap-5 py-5">
      {[0, 1].map((row) => (
        <div key={row} className="grid grid-cols-[5rem_1fr] gap-4">
          <div className="aspect-square rounded-md bg-sunken" />
          <div className="grid content-start gap-2">
            <div className="h-5 w-3/4 rounded-md bg-sunken" />
            <div className="h-5 w-1/3 rounded-md bg-sunken" />
          </div>
        </div>
      ))}
    </div>
  )
}
