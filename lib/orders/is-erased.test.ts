import { expect, test } from 'vitest'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { makeAccount, nextRequest, PASSWORD } from '@/lib/customers/testing'
import { eraseMyAccount } from '@/lib/privacy/erase-my-account'
import { cancelOrder } from './cancel-order'
import { isErased } from './is-erased'
import { requireOrder } from './require-order'

test('an order tells that its person was erased, so that no page offers an account or a mail to nobody', async () => {
  const { email, token } = await makeAccount()
  const ctx = await nextRequest(token)
  const { variantId } = await makeProduct(await makeCategory(), { stock: 5 })
  const placed = await placeOrder({ ...ctx, idempotencyKey: newId() }, orderFor(await fillCart(ctx, [{ variantId, quantity: 1 }]), { email }))
  expect(isErased(placed)).toBe(false)
  await cancelOrder(ctx, { number: placed.number })
  await eraseMyAccount(ctx, { current_password: PASSWORD, confirmation: 'ERASE' })
  expect(isErased(await requireOrder(systemCtx('test'), { number: placed.number }))).toBe(true)
})
