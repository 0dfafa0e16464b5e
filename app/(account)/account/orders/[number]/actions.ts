'use server'

import { z } from 'zod'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { putBackIntoCart } from '@/lib/orders/put-back-into-cart'
import { OrderRef } from '@/lib/orders/schemas'
import { requestReturn } from '@/lib/returns/request-return'
import { RequestReturn, ReturnRef } from '@/lib/returns/schemas'
import { withdrawReturn } from '@/lib/returns/withdraw-return'
import { action } from '@/lib/web/action'
import { returnFields } from './return/return-fields'

export const cancelMyOrderAction = action(OrderRef, cancelOrder, { redirectTo: ({ number }) => `/account/orders/${number}` })

export const orderAgainAction = action(OrderRef, putBackIntoCart, {
  idempotent: true,
  redirectTo: ({ missing }) => (missing.length > 0 ? `/cart?missing=${missing.length}` : '/cart'),
})

export const requestReturnAction = action(z.preprocess(returnFields, RequestReturn), requestReturn, {
  idempotent: true,
  redirectTo: (_, { number }) => `/account/orders/${number}?returned=1#returns`,
})

export const withdrawReturnAction = action(ReturnRef, withdrawReturn, { redirectTo: (_, { number }) => `/account/orders/${number}#returns` })
