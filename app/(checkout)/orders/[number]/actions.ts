'use server'

import { z } from 'zod'
import { nestedFields } from '@/app/(checkout)/_parts/nested-fields'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { RegisterFromOrder, registerFromOrder } from '@/lib/customers/register-from-order'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { putBackIntoCart } from '@/lib/orders/put-back-into-cart'
import { OrderRef } from '@/lib/orders/schemas'
import { payOrder } from '@/lib/payments/pay-order'
import { PayOrder } from '@/lib/payments/schemas'
import { action } from '@/lib/web/action'

export const payOrderAction = action(z.preprocess(nestedFields, PayOrder), payOrder, {
  idempotent: true,
  limit: 'payments',
  redirectTo: ({ outcome, action_url: actionUrl, order }) => {
    if (outcome === 'paid') return orderPath(order)
    return (outcome === 'requires_action' && actionUrl) || orderPath(order, 'pay')
  },
})

export const cancelOrderAction = action(OrderRef, cancelOrder, { redirectTo: (order) => orderPath(order) })

export const putBackIntoCartAction = action(OrderRef, putBackIntoCart, {
  createsCart: true,
  idempotent: true,
  redirectTo: ({ missing }) => (missing.length > 0 ? `/cart?missing=${missing.length}` : '/cart'),
})

export const createAccountAction = action(RegisterFromOrder, registerFromOrder, { redirectTo: () => '/check-your-mail?for=account' })
