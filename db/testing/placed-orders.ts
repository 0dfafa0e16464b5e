import { asc, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { inventoryLevels, reservations } from '@/db/schema/inventory'
import { orderStatusHistory, orders } from '@/db/schema/orders'
import { paymentAttempts, payments, refunds } from '@/db/schema/payments'
import { outbox } from '@/db/schema/platform'
import { guest } from '@/db/testing/visitors'
import { makeProduct, type WorldProduct } from '@/db/testing/world'
import { addItem } from '@/lib/cart/add-item'
import { placeOrder } from '@/lib/checkout/place-order'
import type { Ctx } from '@/lib/core/context'
import { type CategoryId, newId, type OrderId, type PaymentId } from '@/lib/core/ids'
import type { OrderView } from '@/lib/orders/schemas'
import { passTime } from '@/lib/orders/testing'
import type { PayOrder } from '@/lib/payments/schemas'

export type Placed = { ctx: Ctx; order: OrderView; product: WorldProduct }

/** An order of a guest for two units of a product of its own, of which there are three. */
export async function placeTestOrder(categoryId: CategoryId, given?: WorldProduct, quantity = 2): Promise<Placed> {
  const product = given ?? (await makeProduct(categoryId, { stock: 3, priceMinor: 2000 }))
  const ctx = guest()
  const cart = await addItem(ctx, { variant_id: product.variantId, quantity })
  const order = await placeOrder(ctx, {
    email: 'ann@example.com',
    marketing_consent: false,
    shipping_address: {
      full_name: 'Ann Example',
      line1: '1 Main St',
      line2: null,
      city: 'New York',
      region: 'NY',
      postal_code: '10001',
      country: 'US',
      phone: null,
    },
    shipping_method: await defaultMethod(),
    expected_total: cart.totals.total,
  })
  return { ctx, order, product }
}

async function defaultMethod(): Promise<string> {
  const [row] = await database().execute<{ code: string }>(sql`select code from shipping_methods order by position limit 1`)
  return row?.code ?? ''
}

export const withCard = ({ order }: Placed, number: string): PayOrder => ({
  number: order.number,
  token: order.access_token,
  method: 'test_card',
  card: { number, expiry: '12/40', cvc: '123' },
})

/** A payment as it is after its first statement: nobody outside knows it yet. */
export async function openPayment({ order }: Placed): Promise<PaymentId> {
  const id = newId<PaymentId>()
  const { amount, currency } = order.totals.total
  await database().insert(payments).values({ id, orderId: order.id, provider: 'test', currency, amountMinor: amount })
  await database().insert(paymentAttempts).values({ id: newId(), orderId: order.id, paymentId: id, outcome: 'running' })
  return id
}

/** The time to pay is over, as far as the clock goes. */
export const letTimePass = ({ order }: Placed): Promise<void> => passTime(order.id)

/** Everything a payment can change, without ids and times. */
export async function endState(orderId: OrderId) {
  const db = database()
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId))
  const paid = await db.select().from(payments).where(eq(payments.orderId, orderId)).orderBy(asc(payments.id))
  const history = await db.select().from(orderStatusHistory).where(eq(orderStatusHistory.orderId, orderId))
  const events = await db.select({ type: outbox.type }).from(outbox).where(eq(outbox.aggregateId, orderId))
  const held = await db.select().from(reservations).where(eq(reservations.orderId, orderId))
  const [firstHeld] = held
  const levels = firstHeld ? await db.select().from(inventoryLevels).where(eq(inventoryLevels.variantId, firstHeld.variantId)) : []
  const back = await db.select().from(refunds).where(eq(refunds.orderId, orderId)).orderBy(asc(refunds.id))
  const attempts = await db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, orderId)).orderBy(asc(paymentAttempts.id))
  return {
    status: order?.status,
    paymentStatus: order?.paymentStatus,
    payments: paid.map(({ status, authorizedMinor, capturedMinor, refundedMinor, disputedMinor }) => ({
      status,
      authorizedMinor,
      capturedMinor,
      refundedMinor,
      disputedMinor,
    })),
    attempts: attempts.map((attempt) => attempt.outcome),
    refunds: back.map(({ amountMinor, reason, status }) => ({ amountMinor, reason, status })),
    history: history.map((entry) => `${entry.status}: ${entry.note}`).toSorted(),
    events: events.map((event) => event.type).toSorted(),
    reservations: held.map((reservation) => reservation.status).toSorted(),
    stock: levels.map(({ onHand, reserved }) => ({ onHand, reserved })),
  }
}
