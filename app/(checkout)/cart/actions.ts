'use server'

import { acceptChanges } from '@/lib/cart/accept-changes'
import { addItem } from '@/lib/cart/add-item'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { changeItem } from '@/lib/cart/change-item'
import { removeCoupon } from '@/lib/cart/remove-coupon'
import { removeItem } from '@/lib/cart/remove-item'
import { restoreCart } from '@/lib/cart/restore-cart'
import { AddItem, NoInput, RestoreCart } from '@/lib/cart/schemas'
import { ApplyCoupon } from '@/lib/promotions/schemas'
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

/** In the summary of the cart and of the checkout, which then shows what it costs now. */
export const applyCouponAction = action(ApplyCoupon, applyCoupon, { limit: 'coupons' })

export const removeCouponAction = action(NoInput, removeCoupon)

/** From the link of a reminder. */
export const restoreCartAction = action(RestoreCart, restoreCart, { createsCart: true, redirectTo: () => '/cart' })
