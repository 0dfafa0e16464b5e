'use client'

import { type FormEvent, type ReactNode, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { PlusIcon, ShoppingBagIcon } from '@/app/_ui/icons'
import { addItemAction } from '@/app/(checkout)/cart/actions'
import { useAddItem } from './cart-query'
import { announceAdded, openCart } from './cart-signals'
import { travelToCart } from './travel-to-cart'
import { useServerAction } from './use-server-action'

type Props = {
  variantId: string
  productName: string
  /** On a list: a small round button that leaves the shopper where they are. */
  quick?: boolean
  disabled?: boolean
  /** On a product's page: the fields `variant_id` and `quantity`, so that both can be chosen without JavaScript. */
  fields?: ReactNode
}

/** Adds one to the cart. A plain form that ends in the cart without JavaScript; with it the item travels to the cart and the drawer opens. */
export function AddToCartForm({ variantId, productName, quick = false, disabled = false, fields }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const add = useAddItem()
  const [, addForm] = useServerAction(addItemAction)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (add.isPending) return
    const quantity = Number(new FormData(event.currentTarget).get('quantity') ?? 1)
    add.mutate(
      { variantId, quantity },
      {
        onSuccess: () => {
          announceAdded({ name: productName, variantId })
          if (form.current) travelToCart(form.current)
          if (!quick) openCart()
        },
      },
    )
  }

  return (
    <form ref={form} action={addForm} onSubmit={submit} className={quick ? undefined : 'grid gap-2'}>
      {fields ?? <input type="hidden" name="variant_id" value={variantId} />}
      {quick ? (
        <Button
          type="submit"
          look="secondary"
          size="icon"
          disabled={disabled}
          aria-disabled={add.isPending}
          aria-label={`Add ${productName} to the cart`}
          title="Add to cart"
        >
          <PlusIcon className="size-5" />
        </Button>
      ) : (
        <Button type="submit" size="lg" wide disabled={disabled} aria-disabled={add.isPending}>
          <ShoppingBagIcon className="size-5" />
          {disabled ? 'Sold out' : 'Add to cart'}
        </Button>
      )}
      {add.error && (
        <p role="alert" className={quick ? smallProblem : 'font-medium text-danger text-sm'}>
          {add.error.message}
        </p>
      )}
    </form>
  )
}

/** Above its button, over the picture. */
const smallProblem = 'absolute right-0 bottom-full mb-1 w-36 rounded-md bg-surface p-2 font-medium text-[0.75rem] text-danger leading-tight shadow-lg'
