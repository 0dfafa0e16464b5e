'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { FormEvent } from 'react'
import { FormButton } from '@/app/_client/form-button'
import { button } from '@/app/_ui/button'
import { Undo2Icon, XIcon } from '@/app/_ui/icons'
import type { WishlistItem } from '@/lib/wishlist/schemas'

type Action = (form: FormData) => void

const instead = (run: () => void) => (event: FormEvent) => {
  event.preventDefault()
  run()
}

export function RemoveForm({ action, item, onRemove }: { action: Action; item: WishlistItem; onRemove: () => void }) {
  return (
    <form action={action} onSubmit={instead(onRemove)} className="absolute top-2 right-2 z-10">
      <input type="hidden" name="product_id" value={item.product_id} />
      <button
        type="submit"
        title="Remove"
        aria-label={`Take ${item.name} off the wishlist`}
        className="grid size-10 place-items-center rounded-full bg-surface/90 text-ink hover:bg-surface"
      >
        <XIcon className="size-5" />
      </button>
    </form>
  )
}

/** Into the cart when it is clear what; otherwise to the page where one chooses. Nothing for what cannot be had. */
export function MoveForm({ action, item }: { action: Action; item: WishlistItem }) {
  if (!item.is_offered || (item.availability === 'sold_out' && item.buyable_variant_id)) return null
  if (!item.buyable_variant_id) {
    return (
      <Link href={`/p/${item.slug}` as Route} prefetch={false} className={button({ look: 'quiet', size: 'sm', wide: true })}>
        Choose
        <span className="sr-only"> a version of {item.name}</span>
      </Link>
    )
  }
  return (
    <form action={action}>
      <input type="hidden" name="product_id" value={item.product_id} />
      <FormButton size="sm" wide aria-label={`Move to cart: ${item.name}`}>
        <span className="sm:hidden">To cart</span>
        <span className="max-sm:hidden">Move to cart</span>
      </FormButton>
    </form>
  )
}

type UndoProps = { action: Action; productId: string; variantId: string | null; name?: string; onUndo?: () => void }

export function UndoForm({ action, productId, variantId, name, onUndo }: UndoProps) {
  return (
    <form action={action} onSubmit={onUndo && instead(onUndo)}>
      <input type="hidden" name="product_id" value={productId} />
      {variantId && <input type="hidden" name="variant_id" value={variantId} />}
      <button type="submit" aria-label={name && `Undo: put ${name} back`} className={button({ look: 'quiet', size: 'sm' })}>
        <Undo2Icon className="size-4" />
        Undo
      </button>
    </form>
  )
}
