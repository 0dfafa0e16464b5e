import { applyCoupon } from '@/lib/cart/apply-coupon'
import { removeCoupon } from '@/lib/cart/remove-coupon'
import { CartView, NoInput } from '@/lib/cart/schemas'
import { ApplyCoupon } from '@/lib/promotions/schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/cart/coupon', {
  summary: 'Use a discount code for the cart, in the place of an earlier one',
  input: ApplyCoupon,
  output: CartView,
  run: applyCoupon,
  limit: 'coupons',
})

export const DELETE = route('DELETE /api/v1/cart/coupon', {
  summary: 'Take the discount code off the cart',
  input: NoInput,
  output: CartView,
  run: removeCoupon,
})
