import type postgres from 'postgres'
import { copyRows, type Value } from './copy-rows'
import { syntheticId } from './ids'
import type { SyntheticOrder, Terms } from './make-order'
import type { SyntheticPerson } from './make-person'

type Numbered = { number: number; orderNumber: string; order: SyntheticOrder }
type Sql = postgres.TransactionSql

const ACTOR = 'system:seed'
const DAY_MS = 86_400_000
/** Events of orders are kept so many days (`lib/housekeeping`); the shop's checks ask for those of younger orders. */
const EVENTS_KEPT_DAYS = 30

export async function writePeople(sql: Sql, people: SyntheticPerson[], now: Date): Promise<void> {
  const rows = people.map(({ id, name, email, daysAgo, takesNews }) => {
    const joinedAt = new Date(now.getTime() - daysAgo * DAY_MS).toISOString()
    return [id, name, email, true, takesNews, joinedAt, joinedAt]
  })
  await copyRows(sql, 'users', 'id, name, email, email_verified, marketing_consent, created_at, updated_at', rows)
}

/**
 * Writes whole orders with lines, history, payment, parcel, refund, events and the ledger, in the caller's transaction. What they sold was
 * received for them, so no level changes. Order numbers come from the shop's own sequence, the oldest first.
 */
export async function writeOrders(sql: Sql, orders: SyntheticOrder[], terms: Terms, now: Date): Promise<void> {
  const sorted = orders.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime())
  const numbers = await sql<{ n: string }[]>`select nextval('order_number')::text as n from generate_series(1, ${sorted.length})`
  const batch = sorted.map((order, index) => ({ number: order.number, order, orderNumber: `HS-${numbers[index]?.n}` }))
  const paid = batch.filter(({ order }) => timeOf(order, 'paid'))
  const sent = batch.filter(({ order }) => timeOf(order, 'shipped'))
  const refunded = batch.filter(({ order }) => order.refundedMinor > 0)
  const young = batch.filter(({ order }) => now.getTime() - order.placedAt.getTime() < EVENTS_KEPT_DAYS * DAY_MS)

  await copyRows(
    sql,
    'orders',
    orderColumns,
    batch.map((each) => orderRow(each, terms)),
  )
  await copyRows(sql, 'order_items', lineColumns, batch.flatMap(lineRows))
  await copyRows(sql, 'order_status_history', 'id, order_id, status, created_by, created_at', batch.flatMap(stepRows))
  await copyRows(sql, 'inventory_movements', movementColumns, [...receiptRows(paid), ...batch.flatMap(movementRows)])
  await copyRows(
    sql,
    'payments',
    paymentColumns,
    paid.map((each) => paymentRow(each, terms)),
  )
  await copyRows(sql, 'fulfilments', 'id, order_id, carrier, tracking_number, delivered_at, created_by, created_at, updated_at', sent.map(parcelRow))
  await copyRows(sql, 'fulfilment_items', 'id, fulfilment_id, order_item_id, quantity', sent.flatMap(parcelLineRows))
  await copyRows(
    sql,
    'refunds',
    refundColumns,
    refunded.map((each) => refundRow(each, terms)),
  )
  await copyRows(sql, 'refund_items', 'id, refund_id, order_item_id, quantity', refunded.map(refundLineRow))
  await copyRows(sql, 'outbox', eventColumns, young.flatMap(eventRows))
}

const timeOf = ({ steps }: SyntheticOrder, wanted: string): string | null => steps.find(({ status }) => status === wanted)?.at.toISOString() ?? null
const lastTimeOf = ({ steps, placedAt }: SyntheticOrder): string => (steps.at(-1)?.at ?? placedAt).toISOString()

const orderColumns =
  'id, order_number, user_id, email, status, payment_status, fulfillment_status, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, ' +
  'total_items, shipping_address, billing_address, shipping_method_code, totals_explanation, order_date, reserved_until, paid_at, created_at, updated_at'

function orderRow({ order, orderNumber }: Numbered, terms: Terms): Value[] {
  const paidAt = timeOf(order, 'paid')
  const placedAt = order.placedAt.toISOString()
  const { taxRatePpm, taxName, shippingName, minDays, maxDays } = terms
  return [
    order.id,
    orderNumber,
    order.userId,
    order.email,
    order.steps.at(-1)?.status ?? 'pending',
    paidAt === null ? 'unpaid' : order.refundedMinor > 0 ? 'partially_refunded' : 'paid',
    timeOf(order, 'shipped') ? 'fulfilled' : 'unfulfilled',
    terms.currency,
    order.subtotalMinor,
    order.taxMinor,
    terms.shippingMinor,
    order.totalMinor,
    order.units,
    { json: order.address },
    { json: order.address },
    terms.methodCode,
    { json: { taxRatePpm, taxName, shippingName, minDays, maxDays } },
    placedAt,
    new Date(order.placedAt.getTime() + 30 * 60_000).toISOString(),
    paidAt,
    placedAt,
    lastTimeOf(order),
  ]
}

const lineColumns =
  'id, order_id, product_id, variant_id, product_name, product_sku, product_slug, variant_title, picture_hash, price_minor, quantity, tax_minor, ' +
  'position, created_at'

const lineRows = ({ order }: Numbered): Value[][] =>
  order.lines.map(({ id, item, quantity, taxMinor }, position) => {
    const { productId, variantId, name, sku, slug, title, pictureHash, priceMinor } = item
    const placedAt = order.placedAt.toISOString()
    return [id, order.id, productId, variantId, name, sku, slug, title, pictureHash, priceMinor, quantity, taxMinor, position, placedAt]
  })

const stepRows = ({ number, order }: Numbered): Value[][] =>
  order.steps.map(({ status, at }, part) => [syntheticId('step', number, part), order.id, status, ACTOR, at.toISOString()])

const movementColumns = 'id, variant_id, kind, on_hand_delta, reserved_delta, order_id, reason, actor, created_at'

/** Beyond the parts that the catalogue's own movements have. */
const PARTS_OF_ORDERS = 100_000

/** Held with the order, and sold with the payment or released with its end. */
const movementRows = ({ number, order }: Numbered): Value[][] =>
  order.lines.flatMap(({ item, quantity }, index) => {
    const row = (part: number, kind: string, onHand: number, reserved: number, at: string): Value[] => [
      syntheticId('movement', number, PARTS_OF_ORDERS + index * 2 + part),
      item.variantId,
      kind,
      onHand,
      reserved,
      order.id,
      null,
      ACTOR,
      at,
    ]
    const paidAt = timeOf(order, 'paid')
    const held = row(0, 'reserved', 0, quantity, order.placedAt.toISOString())
    return [held, paidAt ? row(1, 'sold', -quantity, -quantity, paidAt) : row(1, 'released', 0, -quantity, lastTimeOf(order))]
  })

/** One delivery of each variant, a day before the first of these orders. */
function receiptRows(paid: Numbered[]): Value[][] {
  const [first] = paid
  if (!first) return []
  const units = new Map<string, number>()
  for (const { order } of paid) {
    for (const { item, quantity } of order.lines) units.set(item.variantId, (units.get(item.variantId) ?? 0) + quantity)
  }
  const at = new Date(first.order.placedAt.getTime() - DAY_MS).toISOString()
  return [...units].map(([variantId, count], index) => {
    const id = syntheticId('movement', first.number, 2 * PARTS_OF_ORDERS + index)
    return [id, variantId, 'received', count, 0, null, 'Synthetic orders', ACTOR, at]
  })
}

const paymentColumns =
  'id, order_id, provider, provider_payment_id, status, currency, amount_minor, authorized_minor, captured_minor, refunded_minor, created_at, updated_at'

function paymentRow({ number, order }: Numbered, { currency }: Terms): Value[] {
  const id = syntheticId('payment', number)
  const { totalMinor: total, refundedMinor } = order
  return [id, order.id, 'test', `tp_${id}`, 'captured', currency, total, total, total, refundedMinor, order.placedAt.toISOString(), lastTimeOf(order)]
}

function parcelRow({ number, order }: Numbered): Value[] {
  const sentAt = timeOf(order, 'shipped')
  const tracking = `1Z999AA1${String(number).padStart(10, '0')}`
  return [syntheticId('parcel', number), order.id, 'UPS', tracking, timeOf(order, 'delivered'), ACTOR, sentAt, lastTimeOf(order)]
}

const parcelLineRows = ({ number, order }: Numbered): Value[][] =>
  order.lines.map(({ id, quantity }, part) => [syntheticId('parcel', number, part + 1), syntheticId('parcel', number), id, quantity])

const refundColumns =
  'id, order_id, payment_id, amount_minor, currency, reason, status, provider_refund_id, created_by, sent_at, created_at, updated_at'

function refundRow({ number, order }: Numbered, { currency }: Terms): Value[] {
  const id = syntheticId('refund', number)
  const at = lastTimeOf(order)
  const reason = 'One unit came back'
  return [id, order.id, syntheticId('payment', number), order.refundedMinor, currency, reason, 'sent', `tr_${id}`, ACTOR, at, at, at]
}

const refundLineRow = ({ number, order }: Numbered): Value[] => [
  syntheticId('refund', number, 1),
  syntheticId('refund', number),
  order.lines[0]?.id ?? null,
  1,
]

const eventColumns = 'id, type, aggregate_type, aggregate_id, payload, once_key, created_at, delivered_at'

/** What the shop told itself about each step, as delivered: nothing happens again. */
const eventRows = ({ number, orderNumber, order }: Numbered): Value[][] =>
  order.steps.map(({ status, at }, part) => {
    const type = `order.${status === 'pending' ? 'placed' : status}`
    const time = at.toISOString()
    return [
      syntheticId('event', number, part),
      type,
      'order',
      order.id,
      { json: { type, orderId: order.id, orderNumber } },
      `${type}:${order.id}`,
      time,
      time,
    ]
  })
