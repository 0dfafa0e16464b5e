import { guest, withKey } from '@/db/testing/visitors'
import { payOrder } from '@/lib/payments/pay-order'
import type { PayOrder } from '@/lib/payments/schemas'

/** A process that pays orders, four at a time, and says which are acknowledged; the test that forked it kills it somewhere in between. */
process.on('message', async (inputs: PayOrder[]) => {
  const waiting = [...inputs]
  const payNext = async () => {
    for (let input = waiting.shift(); input; input = waiting.shift()) {
      const { outcome } = await payOrder(withKey(guest(), `key-of-${input.number}`), input)
      if (outcome === 'paid') process.send?.({ acknowledged: input.number })
    }
  }
  await Promise.all(Array.from({ length: 4 }, payNext))
  process.send?.({ done: true })
})
process.send?.({ ready: true })
