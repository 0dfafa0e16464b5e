import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { databasePool } from '@/db/client'
import { recordStatements, type SentStatement } from '@/db/statements'
import { makeCoupon } from '@/db/testing/make-coupon'
import { withCard } from '@/db/testing/placed-orders'
import { testBank } from '@/db/testing/test-bank'
import { withKey } from '@/db/testing/visitors'
import { makeWorld } from '@/db/testing/world'
import { addAddress } from '@/lib/addresses/save-address'
import { AddAddress } from '@/lib/addresses/schemas'
import { acceptPrices } from '@/lib/cart/accept-prices'
import { addItem } from '@/lib/cart/add-item'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { changeItem } from '@/lib/cart/change-item'
import { removeItem } from '@/lib/cart/remove-item'
import { saveContact } from '@/lib/cart/save-contact'
import { viewCart } from '@/lib/cart/view-cart'
import { placeOrder } from '@/lib/checkout/place-order'
import { orderFor } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { makeAccount, nextRequest, signInAgain } from '@/lib/customers/testing'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { markAllRead } from '@/lib/notifications/mark-read'
import { ListNotifications } from '@/lib/notifications/schemas'
import { accountHome } from '@/lib/orders/account-home'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { expireOrders } from '@/lib/orders/expire-orders'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import { listOrders } from '@/lib/orders/list-orders'
import { ListOrders } from '@/lib/orders/list-schemas'
import { requireOrder } from '@/lib/orders/require-order'
import { payOrder } from '@/lib/payments/pay-order'
import { reconcilePayments } from '@/lib/payments/reconcile-payments'
import { sendRefunds } from '@/lib/payments/send-refunds'
import { findSession } from '@/lib/platform/auth/find-session'
import { listReturns } from '@/lib/returns/list-returns'
import { listMyReviews } from '@/lib/reviews/list-my-reviews'
import { ListMyReviews } from '@/lib/reviews/schemas'
import { writeReview } from '@/lib/reviews/write-review'
import { viewsAlong } from '@/lib/staff/read-views'
import { listMySubscriptions } from '@/lib/subscriptions/list-my-subscriptions'
import { subscribe } from '@/lib/subscriptions/subscribe'
import { viewOf } from '@/lib/view/view-of'
import { addToWishlist } from '@/lib/wishlist/add-to-wishlist'
import { listWishlist } from '@/lib/wishlist/list-wishlist'
import { moveToCart } from '@/lib/wishlist/move-to-cart'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

/*
 * R40 for what people own: `explain.test.ts` looks at the catalogue, whose size decides the plans. Here the tables are small, so Postgres
 * is told to read none of them from end to end if it can help it: where it still does, no index fits.
 */

/** Tables that stay as small as they are. */
const small = new Set(['settings', 'shipping_methods', 'shipping_zones', 'shipping_zone_countries', 'tax_rates'])

const bank = testBank(receive)

type Sent = { step: string; statement: SentStatement }

/** Somebody with an account buys, reviews, likes, waits, cancels; and the sweeps run. Everything they send, by step. */
async function liveThrough(): Promise<Sent[]> {
  const sent: Sent[] = []
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { result, statements } = await recordStatements(work)
    sent.push(...statements.map((statement) => ({ step: name, statement })))
    return result
  }
  const { lamp, mug, shirt } = (await makeWorld()).products
  const shop = systemCtx('test')
  const { email, token } = await step('register and confirm', () => makeAccount())
  await step('sign in', () => signInAgain(email))
  const ada = await step('session', () => nextRequest(token))
  const address = AddAddress.parse({ full_name: 'Ada', line1: '1 Main Street', city: 'New York', region: 'NY', postal_code: '10001', country: 'US' })
  await step('session with the views of a list', () => findSession(token, { along: viewsAlong('/admin/orders') }))
  await step('add an address', () => addAddress(ada, address))

  const buyLamp = async (code?: string) => {
    const filled = await step('add to cart', () => addItem(ada, { variant_id: lamp.variantId, quantity: 2 }))
    const cart = code ? await step('enter a code', () => applyCoupon(ada, { code })) : filled
    const order = await step('place', () => placeOrder(withKey(ada), orderFor(cart, { email })))
    return { ctx: ada, order, product: lamp }
  }
  const kept = await step('add to cart', () => addItem(ada, { variant_id: mug.variantId, quantity: 1 }))
  const [line] = kept.lines
  if (!line) throw new Error('The cart has no line')
  await step('change the cart', () => changeItem(ada, { id: line.id, quantity: 2 }))
  await step('accept prices', () => acceptPrices(ada, {}))
  await step('leave an address', () => saveContact(ada, { email, marketing_consent: false }))
  await step('look at the cart', () => viewCart(ada))
  await step('take it out', () => removeItem(ada, { id: line.id }))
  const bought = await buyLamp()
  const { number } = bought.order
  await step('pay', () => payOrder(withKey(ada), withCard(bought, '4242424242424242')))
  await step('webhooks', () => bank.deliverAll())
  await step('ship', () => shipOrder(shop, { number }))
  await step('deliver', () => deliverOrder(shop, { number }))
  await step('review', () => writeReview(ada, { product_id: lamp.id, rating: 5, title: 'Bright', body: 'It is as bright as they say.' }))
  const regretted = await buyLamp((await makeCoupon()).code)
  await step('pay', () => payOrder(withKey(ada), withCard(regretted, '4242424242424242')))
  await step('cancel', () => cancelOrder(ada, { number: regretted.order.number }))
  await step('like', () => addToWishlist(ada, { product_id: mug.id }))
  await step('wishlist', () => listWishlist(ada))
  await step('move to cart', () => moveToCart(ada, { product_id: mug.id }))
  await step('subscribe', () => subscribe(ada, { kind: 'price_drop', variant_id: shirt.variantId, email }))

  await step('order', () => requireOrder(ada, { number }))
  await step('orders', () => listOrders(ada, ListOrders.parse({})))
  await step('orders with filters', () => listOrders(ada, ListOrders.parse({ status: 'delivered', year: 2026, search: 'lamp' })))
  await step('account', () => accountHome(ada))
  await step('view', () => viewOf(ada, { products: [lamp.id, mug.id] }))
  await step('returns', () => listReturns(ada, { number }))
  await step('my reviews', () => listMyReviews(ada, ListMyReviews.parse({})))
  await step('subscriptions', () => listMySubscriptions(ada))
  await step('notifications', () => listNotifications(ada, ListNotifications.parse({})))
  await step('read all', () => markAllRead(ada))
  await step('sweep: expiry', () => expireOrders(shop))
  await step('sweep: payments', () => reconcilePayments(shop))
  await step('sweep: refunds', () => sendRefunds(shop))
  return sent
}

it('R40: every statement of a purchase, of an account and of the sweeps behind them finds its rows by an index', async () => {
  const sent = await liveThrough()
  expect(sent.length).toBeGreaterThan(60)
  const whole = new Set<string>()
  for (const { step, statement } of sent) {
    for (const table of await tablesReadWhole(statement)) if (!small.has(table)) whole.add(`${step}: ${table}`)
  }
  expect([...whole]).toEqual([])
})

type PlanNode = { 'Node Type': string; 'Relation Name'?: string; Plans?: PlanNode[] }
const Explained = z.tuple([z.object({ Plan: z.custom<PlanNode>((node) => typeof node === 'object' && node !== null) })])

async function tablesReadWhole({ text, params }: SentStatement): Promise<string[]> {
  const row = await databasePool().client.begin(async (tx) => {
    await tx.unsafe('set local enable_seqscan = off')
    const [explained] = await tx.unsafe(`explain (format json) ${text}`, [...params])
    return explained
  })
  const [{ Plan }] = Explained.parse(row?.['QUERY PLAN'])
  const found: string[] = []
  const open = [Plan]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node['Node Type'] === 'Seq Scan' && node['Relation Name']) found.push(node['Relation Name'])
    open.push(...(node.Plans ?? []))
  }
  return found
}
