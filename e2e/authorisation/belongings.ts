import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import type { WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { addAddress } from '@/lib/addresses/save-address'
import { AddAddress } from '@/lib/addresses/schemas'
import { viewCart } from '@/lib/cart/view-cart'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { newId, OrderItemId } from '@/lib/core/ids'
import { taskRunners } from '@/lib/jobs/task-runners'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { notify } from '@/lib/notifications/notify'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import type { OrderView } from '@/lib/orders/schemas'
import { receiveMoney } from '@/lib/orders/testing'
import { beginExport } from '@/lib/privacy/begin-export'
import { decideReturn } from '@/lib/returns/decide-return'
import { receiveReturn } from '@/lib/returns/receive-return'
import { requestReturn } from '@/lib/returns/request-return'
import { writeReview } from '@/lib/reviews/write-review'
import { subscribe } from '@/lib/subscriptions/subscribe'
import { isOver } from '@/lib/tasks/is-over'
import { findTask } from '@/lib/tasks/require-task'
import { runTasks } from '@/lib/tasks/run-tasks'
import { addToWishlist } from '@/lib/wishlist/add-to-wishlist'
import { shareWishlist } from '@/lib/wishlist/share-wishlist'
import type { Cast } from './cast'

export type Belongings = ReturnType<typeof belongingsOf>

/** What A owns, each made when it is first asked for, through the functions of the shop. What is text in it has A's marker. */
export function belongingsOf({ a, marker }: Cast, product: WorldProduct) {
  const { ctx } = a
  const signs = new Set([marker])
  /** Made when it is first asked for, and from then on known by its id, number and link. */
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined
    return () => {
      made ??= make().then((thing) => {
        for (const sign of signsOf(thing)) signs.add(sign)
        return thing
      })
      return made
    }
  }
  const place = async () => {
    const cart = await fillCart(ctx, [{ variantId: product.variantId, quantity: 1 }])
    return placeOrder({ ...ctx, idempotencyKey: newId() }, orderFor(cart, { email: a.email, shipping_address: addressOf(marker) }))
  }
  const paid = once(async () => thenPay(await place()))
  const shop = systemCtx('test')
  const shipped = once(async () => {
    const order = await paid()
    await shipOrder(shop, order)
    return order
  })
  const delivered = once(async () => {
    const order = await shipped()
    await deliverOrder(shop, order)
    return order
  })
  const returned = once(async () => {
    const order = await delivered()
    return requestReturn({ ...ctx, idempotencyKey: newId() }, { number: order.number, note: marker, lines: [returnedLine(order, marker)] })
  })
  const approved = once(async () => {
    const [{ number }, { id }] = [await delivered(), await returned()]
    await decideReturn(shop, { number, id, decision: 'approved' })
    return { id }
  })
  return {
    /** What an answer that shows any of it has in it. */
    signs,
    address: once(() => addAddress(ctx, AddAddress.parse(addressOf(marker)))),
    cart: () => viewCart(ctx),
    /** Placed and not paid. */
    order: once(place),
    otherOrder: once(place),
    paidOrder: paid,
    deliveredOrder: delivered,
    shippedOrder: shipped,
    returned,
    approvedReturn: approved,
    /** It came back and waits for its money. */
    receivedReturn: once(async () => {
      const [{ number }, { id }] = [await delivered(), await approved()]
      await receiveReturn(shop, { number, id, restock: [] })
      return { id }
    }),
    /** The ZIP of A's data, made. */
    exported: once(async () => {
      const task = await beginExport(ctx)
      await runTasks(taskRunners)
      // Another world may have taken it.
      while (!isOver(await findTask(ctx, task))) await sleep(20)
      return task
    }),
    review: once(async () => {
      await delivered()
      const input = { product_id: product.id, rating: 4, title: 'It is good', body: `I like it, says ${marker}.` }
      return writeReview({ ...ctx, idempotencyKey: newId() }, input)
    }),
    wish: once(() => addToWishlist(ctx, { product_id: product.id })),
    sharedWishlist: once(() => shareWishlist(ctx)),
    subscription: once(() => subscribe(ctx, { variant_id: product.variantId, kind: 'price_drop' })),
    notification: once(async () => {
      await transaction((tx) => notify(tx, { userId: a.id, kind: 'order', title: `News for ${marker}`, key: newId() }))
      return (await listNotifications(ctx, { page_size: 1 })).data[0]
    }),
    /** Another device, which calls itself by the marker. */
    device: once(async () => {
      const id = newId()
      const values = { id, userId: a.id, token: newId(), expiresAt: new Date(Date.now() + 86_400_000), ipAddress: `10.0.0.1 ${marker}` }
      await database().insert(sessions).values(values)
      return { id }
    }),
  }
}

async function thenPay(order: OrderView): Promise<OrderView> {
  await receiveMoney(order)
  return order
}

export const addressOf = (marker: string) => ({
  full_name: `Ada ${marker}`,
  line1: `1 ${marker} Street`,
  line2: null,
  city: 'New York',
  region: 'NY',
  postal_code: '10001',
  country: 'US',
  phone: null,
})

export const returnedLine = (order: OrderView, note: string) => {
  const [line] = order.lines
  if (!line) throw new Error('An order needs a line')
  return { order_item_id: OrderItemId.parse(line.id), quantity: 1, reason: 'too_small' as const, note }
}

const Signs = z.object({
  id: z.string().nullish(),
  number: z.string().optional(),
  access_token: z.string().optional(),
  share_path: z.string().nullish(),
})

const signsOf = (thing: unknown): string[] => Object.values(Signs.safeParse(thing).data ?? {}).filter((sign) => typeof sign === 'string')
