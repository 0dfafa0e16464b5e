import { sql } from 'drizzle-orm'
import fc, { type AsyncCommand } from 'fast-check'
import { expect } from 'vitest'
import { database } from '@/db/client'
import { acceptPrices } from '@/lib/cart/accept-prices'
import { addItem } from '@/lib/cart/add-item'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { removeCoupon } from '@/lib/cart/remove-coupon'
import { removeItem } from '@/lib/cart/remove-item'
import { viewCart } from '@/lib/cart/view-cart'
import { changePrice } from '@/lib/catalog/change-price'
import { placeOrder } from '@/lib/checkout/place-order'
import { orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { OrderItemId } from '@/lib/core/ids'
import { applyRate } from '@/lib/core/money'
import { bulkAdjustStock } from '@/lib/inventory/bulk-adjust-stock'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { expireOrders } from '@/lib/orders/expire-orders'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import type { OrderView } from '@/lib/orders/schemas'
import { payOrder } from '@/lib/payments/pay-order'
import { requestReturn } from '@/lib/returns/request-return'
import { letTimePass } from './placed-orders'
import { withKey } from './visitors'
import type { WorldProduct } from './world'

/* The whole shop as twenty lines of arithmetic, and every command that people give it: what the shop answers has to be what these lines say. */

export type ModelProduct = { isTracked: boolean; price: number; onHand: number; reserved: number }
export type ModelOrder = {
  shopper: number
  lines: { product: number; quantity: number }[]
  total: number
  status: OrderView['status']
  /** A payment that has no outcome yet. */
  isBeingPaid: boolean
  returned: number
  hasCode: boolean
}
export type Model = {
  products: ModelProduct[]
  carts: Map<number, number>[]
  /** Whose cart has the shop's one code for a discount, and whether no order uses it. */
  hasCode: boolean[]
  isCodeFree: boolean
  orders: ModelOrder[]
  revenue: number
  refunds: number
  paidOrders: number
}
/** Where the model's things are in the shop. Orders stand under the same numbers. */
export type Real = {
  shoppers: Ctx[]
  products: WorldProduct[]
  orders: OrderView[]
  /** May be used once. */
  code: string
  /** The provider makes up its mind about a slow payment only when it is told to. */
  hold(order: OrderView): Promise<void>
  settle(order: OrderView): Promise<void>
  /** Every job of the shop that time alone makes due. */
  tick(): Promise<void>
}

type Command = AsyncCommand<Model, Real>

/** What the code takes off, in millionths. */
export const CODE_PPM = 150_000

const shop = systemCtx('test')
const card = (number: string) => ({ method: 'test_card' as const, card: { number, expiry: '12/40', cvc: '123' } })
const cards = { approved: '4242424242424242', declined: '4000000000000002', slow: '4000000000000077' }

const available = ({ isTracked, onHand, reserved }: ModelProduct) => (isTracked ? onHand - reserved : Number.POSITIVE_INFINITY)

/** `done`, or the code of the refusal. */
async function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'done'
  } catch (error) {
    if (isDomainError(error)) return error.code
    throw error
  }
}

const at = <T>(list: T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('There is none')
  return found
}

const command = (name: string, check: (model: Model) => boolean, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: (model) => check(model),
  run,
  toString: () => name,
})

const always = () => true
const hasOrders = ({ orders }: Model) => orders.length > 0

const isBeingPaid = (order: ModelOrder) => order.isBeingPaid
const isNotBeingPaid = (order: ModelOrder) => !order.isBeingPaid
const isPending = (order: ModelOrder) => order.status === 'pending'

/** The n-th of the newest orders of which something is true, in the model and in the shop. */
function pick(model: Model, real: Real, number: number, isWanted: (order: ModelOrder) => boolean = always): [ModelOrder, OrderView] {
  const wanted = model.orders.map((known, index) => ({ known, order: at(real.orders, index) })).filter(({ known }) => isWanted(known))
  const { known, order } = at(wanted.toReversed(), number)
  return [known, order]
}

const add = (shopper: number, product: number, quantity: number) =>
  command(`add ${quantity} of ${product} to cart ${shopper}`, always, async (model, real) => {
    const cart = at(model.carts, shopper)
    const held = (cart.get(product) ?? 0) + quantity
    const fits = held <= available(at(model.products, product))
    const input = { variant_id: at(real.products, product).variantId, quantity }
    expect(await outcomeOf(addItem(at(real.shoppers, shopper), input))).toBe(fits ? 'done' : 'out_of_stock')
    if (fits) cart.set(product, held)
  })

const remove = (shopper: number, product: number) =>
  command(
    `take ${product} out of cart ${shopper}`,
    (model) => at(model.carts, shopper).has(product),
    async (model, real) => {
      const ctx = at(real.shoppers, shopper)
      const line = (await viewCart(ctx)).lines.find(({ variant_id }) => variant_id === at(real.products, product).variantId)
      if (!line) throw new Error('The cart has lost a line')
      await removeItem(ctx, { id: line.id })
      at(model.carts, shopper).delete(product)
    },
  )

const reprice = (product: number, price: number) =>
  command(`price ${product} at ${price}`, always, async (model, real) => {
    await changePrice(shop, { product_id: at(real.products, product).id, price_minor: price })
    at(model.products, product).price = price
  })

const enterCode = (shopper: number) =>
  command(
    `the code for cart ${shopper}`,
    (model) => at(model.carts, shopper).size > 0,
    async (model, real) => {
      expect(await outcomeOf(applyCoupon(at(real.shoppers, shopper), { code: real.code }))).toBe(model.isCodeFree ? 'done' : 'invalid_input')
      if (model.isCodeFree) model.hasCode[shopper] = true
    },
  )

const takeOffCode = (shopper: number) =>
  command(
    `no code for cart ${shopper}`,
    (model) => at(model.carts, shopper).size > 0,
    async (model, real) => {
      await removeCoupon(at(real.shoppers, shopper))
      model.hasCode[shopper] = false
    },
  )

const place = (shopper: number) =>
  command(
    `place cart ${shopper}`,
    (model) => at(model.carts, shopper).size > 0,
    async (model, real) => {
      const [ctx, cart] = [at(real.shoppers, shopper), at(model.carts, shopper)]
      const lines = [...cart].map(([product, quantity]) => ({ product, quantity }))
      const isShort = lines.some(({ product, quantity }) => quantity > available(at(model.products, product)))
      const seen = await viewCart(ctx)
      const isOld = seen.lines.some(({ price, current_price }) => price.amount !== current_price.amount)
      if (isOld) {
        // What was not agreed to is never ordered.
        expect(['price_changed', 'out_of_stock']).toContain(await outcomeOf(placeOrder(withKey(ctx), orderFor(seen))))
        await acceptPrices(ctx, {})
      }
      const agreed = await viewCart(ctx)
      let order: OrderView | undefined
      const outcome = await outcomeOf(placeOrder(withKey(ctx), orderFor(agreed)).then((placed) => (order = placed)))
      expect(outcome).toBe(isShort ? 'out_of_stock' : 'done')
      if (!order) return
      const subtotal = lines.reduce((sum, { product, quantity }) => sum + quantity * at(model.products, product).price, 0)
      expect(order.totals.subtotal.amount).toBe(subtotal)
      const hasCode = model.isCodeFree && at(model.hasCode, shopper)
      expect(order.totals.discount.amount).toBe(hasCode ? applyRate(subtotal, CODE_PPM) : 0)
      if (hasCode) model.isCodeFree = false
      model.hasCode[shopper] = false
      for (const { product, quantity } of lines) if (at(model.products, product).isTracked) at(model.products, product).reserved += quantity
      model.orders.push({ shopper, lines, total: order.totals.total.amount, status: 'pending', isBeingPaid: false, returned: 0, hasCode })
      real.orders.push(order)
      cart.clear()
    },
  )

const pay = (number: number, kind: keyof typeof cards) =>
  command(
    `pay order ${number}, ${kind}`,
    (model) => model.orders.some(isNotBeingPaid),
    async (model, real) => {
      const [known, order] = pick(model, real, number, isNotBeingPaid)
      const input = { number: order.number, token: order.access_token, ...card(cards[kind]) }
      const outcome = await outcomeOf(payOrder(withKey(at(real.shoppers, known.shopper)), input))
      // Who pays twice is told that it is paid.
      if (known.status !== 'pending') return expect(outcome).toBe(['paid', 'shipped', 'delivered'].includes(known.status) ? 'done' : 'not_payable')
      expect(outcome).toBe(kind === 'declined' ? 'payment_declined' : 'done')
      if (kind === 'approved') becomePaid(model, known, 'held')
      if (kind !== 'slow') return
      await real.hold(order)
      known.isBeingPaid = true
    },
  )

/** The money of a slow payment arrives, for an order in whatever state that then is. */
const settle = (number: number) =>
  command(
    `the money for order ${number} arrives`,
    (model) => model.orders.some(isBeingPaid),
    async (model, real) => {
      const [known, order] = pick(model, real, number, isBeingPaid)
      await real.settle(order)
      known.isBeingPaid = false
      const isHeld = known.status === 'pending'
      const hasItsCode = !known.hasCode || model.isCodeFree
      const canBeHad = hasItsCode && known.lines.every(({ product, quantity }) => quantity <= available(at(model.products, product)))
      if (!isHeld && !(known.status === 'expired' && canBeHad)) return
      if (known.hasCode) model.isCodeFree = false
      becomePaid(model, known, isHeld ? 'held' : 'free')
    },
  )

function becomePaid(model: Model, order: ModelOrder, units: 'held' | 'free'): void {
  for (const { product, quantity } of order.lines) {
    const known = at(model.products, product)
    if (!known.isTracked) continue
    known.onHand -= quantity
    if (units === 'held') known.reserved -= quantity
  }
  order.status = 'paid'
  model.revenue += order.total
  model.paidOrders++
}

function release(model: Model, order: ModelOrder): void {
  for (const { product, quantity } of order.lines) if (at(model.products, product).isTracked) at(model.products, product).reserved -= quantity
}

const cancel = (number: number) =>
  command(`cancel order ${number}`, hasOrders, async (model, real) => {
    const [known, order] = pick(model, real, number)
    const outcome = await outcomeOf(cancelOrder(at(real.shoppers, known.shopper), { number: order.number, token: order.access_token }))
    const isAllowed = known.status === 'pending' || known.status === 'paid'
    expect(outcome).toBe(isAllowed ? 'done' : 'not_cancellable')
    if (!isAllowed) return
    if (known.status === 'pending') release(model, known)
    else {
      for (const { product, quantity } of known.lines) if (at(model.products, product).isTracked) at(model.products, product).onHand += quantity
      model.refunds += known.total
    }
    if (known.hasCode) model.isCodeFree = true
    known.status = 'cancelled'
  })

const expire = (number: number) =>
  command(
    `time is over for order ${number}`,
    (model) => model.orders.some(isPending),
    async (model, real) => {
      const [known, order] = pick(model, real, number, isPending)
      await letTimePass({ order, ctx: shop, product: at(real.products, 0) })
      expect(await expireOrders(shop)).toBe(1)
      release(model, known)
      if (known.hasCode) model.isCodeFree = true
      known.status = 'expired'
    },
  )

const fulfil = (number: number, step: 'shipped' | 'delivered') =>
  command(`order ${number} is ${step}`, hasOrders, async (model, real) => {
    const [known, { number: ref }] = pick(model, real, number)
    const isAllowed = known.status === (step === 'shipped' ? 'paid' : 'shipped')
    expect(await outcomeOf(step === 'shipped' ? shipOrder(shop, { number: ref }) : deliverOrder(shop, { number: ref }))).toBe(
      isAllowed ? 'done' : 'conflict',
    )
    if (isAllowed) known.status = step
  })

const sendBack = (number: number, quantity: number) =>
  command(`send ${quantity} of order ${number} back`, hasOrders, async (model, real) => {
    const [known, order] = pick(model, real, number)
    const [line] = order.lines
    const ctx = at(real.shoppers, known.shopper)
    const lines = [{ order_item_id: OrderItemId.parse(line?.id), quantity, reason: 'other' as const, note: '' }]
    const outcome = await outcomeOf(requestReturn(withKey(ctx), { number: order.number, note: '', lines }))
    if (ctx.actor.kind !== 'user') return expect(outcome).toBe('unauthenticated')
    const isAllowed = known.status === 'delivered' && known.returned + quantity <= (line?.quantity ?? 0)
    if (!isAllowed) return expect(['conflict', 'invalid_input']).toContain(outcome)
    expect(outcome).toBe('done')
    known.returned += quantity
  })

const restock = (product: number, delta: number) =>
  command(
    `stock of ${product} ${delta > 0 ? 'plus' : ''}${delta}`,
    (model) => at(model.products, product).isTracked,
    async (model, real) => {
      const known = at(model.products, product)
      const [result] = await bulkAdjustStock(shop, [{ variantId: at(real.products, product).variantId, delta }])
      const isPossible = known.onHand + delta >= known.reserved
      expect(result?.applied).toBe(isPossible)
      if (isPossible) known.onHand += delta
    },
  )

const tick = command('jobs run', always, (_model, real) => real.tick())

/** The newest most of all: much happens to one order. */
const number = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) })
const product = fc.nat(2)
const shopper = fc.nat(1)

/** Buying, also with the code, comes more often, so that there is something to pay, to cancel and to run out of. */
export const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(shopper, product, fc.integer({ min: 1, max: 3 })).map((given) => add(...given)),
  fc.tuple(shopper, product, fc.integer({ min: 1, max: 2 })).map((given) => add(...given)),
  shopper.map(enterCode),
  shopper.map(enterCode),
  shopper.map(enterCode),
  shopper.map(takeOffCode),
  shopper.map(place),
  shopper.map(place),
  number.map((n) => pay(n, 'approved')),
  fc.tuple(number, fc.constantFrom('approved', 'declined', 'slow', 'slow')).map(([n, kind]) => pay(n, kind as keyof typeof cards)),
  number.map(settle),
  number.map(cancel),
  number.map(expire),
  fc.tuple(number, fc.constantFrom('shipped', 'delivered')).map(([n, step]) => fulfil(n, step as 'shipped' | 'delivered')),
  number.map((n) => fulfil(n, 'shipped')),
  fc.tuple(number, fc.integer({ min: 1, max: 2 })).map((given) => sendBack(...given)),
  fc.tuple(shopper, product).map((given) => remove(...given)),
  fc.tuple(product, fc.integer({ min: 100, max: 9_999 })).map((given) => reprice(...given)),
  fc
    .tuple(
      product,
      fc.integer({ min: -3, max: 5 }).filter((delta) => delta !== 0),
    )
    .map((given) => restock(...given)),
  fc.constant(tick),
]

/** What the shop says about its stock and orders now, in the shape of the model. */
export async function stateOf({ products, orders }: Real) {
  const levels = await database().execute<{ variant_id: string; on_hand: number; reserved: number }>(sql`
    select variant_id, on_hand, reserved from inventory_levels where variant_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(products.map(({ variantId }) => variantId))}::jsonb))`)
  const rows = await database().execute<{ id: string; status: string }>(sql`
    select id, status from orders where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(orders.map(({ id }) => id))}::jsonb))`)
  const statuses = new Map(rows.map(({ id, status }) => [id, status]))
  const byVariant = new Map(levels.map((level) => [level.variant_id, level]))
  return {
    levels: products.map(({ variantId }) => {
      const level = byVariant.get(variantId)
      return level ? { onHand: level.on_hand, reserved: level.reserved } : null
    }),
    statuses: orders.map(({ id }) => statuses.get(id)),
  }
}
