'use server'

import { acceptChanges } from '@/lib/cart/accept-changes'
import { addItem } from '@/lib/cart/add-item'
import { changeItem } from '@/lib/cart/change-item'
import { removeItem } from '@/lib/cart/remove-item'
import { restoreCart } from '@/lib/cart/restore-cart'
import { AddItem, NoInput, RestoreCart } from '@/lib/cart/schemas'
import { action } from '@/lib/web/action'
import { RemoveForm, StepForm } from './forms'

/** From a product's page. Without JavaScript a refusal is explained in the cart, because the product's page is the same for everybody. */
export const addItemAction = action(AddItem, addItem, {
  createsCart: true,
  redirectTo: () => '/cart',
  redirectOnFailure: ({ code }) => `/cart?refused=${code}`,
})

export const changeItemAction = action(StepForm, changeItem, { redirectTo: () => '/cart' })

export const removeItemAction = action(RemoveForm, (ctx, { id }) => removeItem(ctx, { id }), {
  redirectTo: (_, { variant_id, quantity }) => `/cart?removed=${variant_id}&quantity=${quantity}`,
})

export const acceptChangesAction = action(NoInput, acceptChanges)

/** From the link of a reminder. */
export const restoreCartAction = action(RestoreCart, restoreCart, { createsCart: true, redirectTo: () => '/cart' })
