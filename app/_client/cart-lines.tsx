'use client'

import { useState } from 'react'
import type { CartLine, CartView } from '@/lib/cart/schemas'
import { CartLineRow, nameOf } from './cart-line'
import { useAddItem, useRemoveItem } from './cart-query'

const takeFocus = (element: HTMLElement | null) => element?.focus()

type Removed = { line: CartLine; index: number }

/** The lines, with the removed ones still in their place for as long as Undo makes sense: until the next removal or a new page. */
export function CartLines({ cart, newVariantId }: { cart: CartView; newVariantId?: string | null }) {
  const remove = useRemoveItem()
  const restore = useAddItem()
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [refused, setRefused] = useState<{ id: string; reason: string } | null>(null)

  function removeLine(line: CartLine) {
    setRefused(null)
    setRemoved({ line, index: cart.lines.indexOf(line) })
    remove.mutate(line, {
      onError: (error) => {
        setRemoved(null)
        setRefused({ id: line.id, reason: error.message })
      },
    })
  }

  function undo({ line }: Removed) {
    restore.mutate({ variantId: line.variant_id, quantity: line.quantity }, { onSuccess: () => setRemoved(null) })
  }

  const rows = cart.lines.map((line) => (
    <CartLineRow
      key={line.id}
      line={line}
      isNew={line.variant_id === newVariantId}
      onRemove={removeLine}
      reason={refused?.id === line.id ? refused.reason : undefined}
    />
  ))
  const isGone = removed !== null && !cart.lines.some((line) => line.variant_id === removed.line.variant_id)
  if (isGone) {
    rows.splice(
      removed.index,
      0,
      <li key={`removed-${removed.line.id}`} className="flex flex-wrap items-center justify-between gap-3 py-4 text-muted">
        <span role="status">
          {nameOf(removed.line)} is out of your cart.
          {restore.error && <span className="block text-danger text-sm">{restore.error.message}</span>}
        </span>
        {/* The button that was pressed has gone with its line: the focus goes on here, not to the top of the page. */}
        <button
          type="button"
          ref={takeFocus}
          disabled={restore.isPending}
          onClick={() => undo(removed)}
          className="min-h-8 rounded-md px-1 font-semibold text-ink underline underline-offset-4"
        >
          Undo
        </button>
      </li>,
    )
  }
  return <ul className="divide-y divide-line">{rows}</ul>
}
