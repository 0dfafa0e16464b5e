import { eq } from 'drizzle-orm'
import { methodFields } from '@/app/(admin)/admin/settings/settings-fields'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import type { WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { blockAddress } from '@/lib/blocked-addresses/block-address'
import { requireStaffProduct } from '@/lib/catalog/find-staff-product'
import { saveCategory } from '@/lib/catalog/save-category'
import { listCountries } from '@/lib/checkout/countries'
import { orderFor } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { inMajorUnits } from '@/lib/core/format-money'
import { newId } from '@/lib/core/ids'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import type { OrderView } from '@/lib/orders/schemas'
import { sendEmail } from '@/lib/platform/email/send-email'
import { versionOf } from '@/lib/settings/change-setting'
import { readSettingsOverview } from '@/lib/settings/read-shop-settings'
import { readTaxSettings } from '@/lib/settings/read-tax-settings'
import { SaveShippingMethod } from '@/lib/settings/schemas'
import { saveShippingMethod, saveShippingZone } from '@/lib/settings/shipping-settings'
import { saveTaxRate } from '@/lib/settings/tax-settings'
import { saveRole } from '@/lib/staff/save-role'
import { addressOf, type Belongings, returnedLine } from './belongings'
import { type Cast, PASSWORD } from './cast'
import { linkOfNewAddress, linkToConfirm, linkToEnd, linkToLeftCart, linkToReset, linkToVerify, mailToSomebody, newEmail } from './links'

/** Where everything is that a request may be about. */
export type World = { cast: Cast; owns: Belongings; product: WorldProduct }

/** What is asked at a door, about something of A's wherever that is possible. An action's form has all of it but the headers as fields. */
export type Asked = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, unknown>
  headers?: Record<string, string>
}

type Ask = (world: World) => Asked | Promise<Asked>

const MADE_UP = 'made-up.made-up.made-up'
const NEW_PASSWORD = 'a whole new secret'
const card = { number: '4242424242424242', expiry: '12/39', cvc: '123' }
const cardFields = { 'card/number': card.number, 'card/expiry': card.expiry, 'card/cvc': card.cvc }

const nothing: Ask = () => ({})
const body =
  (fields: Record<string, unknown>): Ask =>
  () => ({ body: fields })
const keyed = () => ({ 'idempotency-key': newId() })

const idOf =
  (thing: (owns: Belongings) => Promise<{ id?: string | null } | undefined>, more: Record<string, unknown> = {}): Ask =>
  async ({ owns }) => ({ params: { id: (await thing(owns))?.id ?? 'there is none' }, body: more })

const address = idOf((owns) => owns.address())
const cartLine = idOf(async (owns) => (await owns.cart()).lines[0])
const exported = idOf((owns) => owns.exported())
const device = idOf((owns) => owns.device())
const notification = idOf((owns) => owns.notification())
const review = idOf((owns) => owns.review())
const subscription = idOf((owns) => owns.subscription())

const shop = systemCtx('test')

/** A country that has no tax rate and no zone yet, and that no order goes to. */
let countriesTaken = 0
const anotherCountry = () => {
  const free = listCountries().filter(({ code }) => !['US', 'DE'].includes(code))
  countriesTaken++
  return free[countriesTaken % free.length]?.code ?? 'AQ'
}

const wayFields = { name: 'Van', rate_by: 'order', rate: '7', currency: 'USD', min_days: '1', max_days: '2', position: '900' }

const rateValue = () => ({ country: anotherCountry(), category_id: null, name: 'VAT', rate_ppm: 50_000 })
const zoneValue = () => ({ name: `Zone ${newId()}`, countries: [anotherCountry()] })
const wayValue = () => SaveShippingMethod.parse(methodFields(wayFields)).value

type Setting = { id: string; version: string }
const changing = ({ id, version }: Setting, value: unknown): Asked => ({ params: { id }, body: { version, value } })
const removing = ({ id, version }: Setting): Asked => ({ params: { id }, query: { version } })

async function taxRate(): Promise<Setting> {
  const value = rateValue()
  return { id: (await saveTaxRate(shop, { value })).id, version: versionOf(value) }
}

async function zone(): Promise<Setting> {
  const value = zoneValue()
  return { id: (await saveShippingZone(shop, { value })).id, version: versionOf(value) }
}

async function way(): Promise<Setting> {
  const value = wayValue()
  return { id: (await saveShippingMethod(shop, { value })).id, version: versionOf(value) }
}

/** Asks for all that there is, when A has one. */
const having =
  (thing: (owns: Belongings) => Promise<unknown>, asked: Asked = {}): Ask =>
  async ({ owns }) => {
    await thing(owns)
    return asked
  }

const customer =
  (fields: Record<string, unknown> = {}): Ask =>
  ({ cast }) => ({ params: { id: cast.a.id }, body: fields })
/** Sent to A, about an account that is no secret. */
const mailOfA: Ask = async ({ cast: { a } }) => {
  const key = `password_changed:${newId()}`
  await transaction((tx) =>
    sendEmail(tx, 'password_changed', a.email, { changed_at: new Date().toISOString(), reset_path: '/forgot-password' }, key, { userId: a.id }),
  )
  const [mail] = await database()
    .update(emails)
    .set({ status: 'sent', sentAt: new Date() })
    .where(eq(emails.idempotencyKey, key))
    .returning({ id: emails.id })
  return { params: { id: mail?.id ?? '' } }
}
const shownReviews: Asked = { query: { status: 'shown', page_size: '50' } }
const toPay = (owns: Belongings) => owns.order()
const isPaid = (owns: Belongings) => owns.paidOrder()
const isDelivered = (owns: Belongings) => owns.deliveredOrder()

const order =
  (which: (owns: Belongings) => Promise<OrderView>, more: Asked = {}): Ask =>
  async ({ owns }) => ({ ...more, params: { number: (await which(owns)).number } })

/** With the token of the order's link, as `token` in an API and as `t` in an address that people open. */
const orderByLink =
  (which: (owns: Belongings) => Promise<OrderView>, place: 'query' | 'body', name = 'token', more: Asked = {}): Ask =>
  async ({ owns }) => {
    const { number, access_token: token } = await which(owns)
    return { ...more, params: { number }, [place]: { ...more[place], [name]: token } }
  }

const payment: Asked = { body: { method: 'test_card', card } }
const paymentForm: Asked = { body: { method: 'test_card', ...cardFields } }

const returning: Ask = async ({ owns, cast: { marker } }) => {
  const delivered = await owns.deliveredOrder()
  return { params: { number: delivered.number }, body: { lines: [returnedLine(delivered, marker)], note: '' }, headers: keyed() }
}
const withdrawal: Ask = async ({ owns }) => ({ params: { number: (await owns.deliveredOrder()).number, id: (await owns.returned()).id } })

/** One of A's returns, in the state in which staff do the next thing to it. */
const returnOf =
  (which: (owns: Belongings) => Promise<{ id: string }>, more: Asked = {}): Ask =>
  async ({ owns }) => ({ ...more, params: { number: (await owns.deliveredOrder()).number, id: (await which(owns)).id } })

/** The address that an order has, at the version that it has. */
const correcting: Ask = async ({ owns }) => {
  const { number } = await owns.paidOrder()
  const { version, shipping_address } = await requireStaffOrder(systemCtx('test'), { number })
  return { params: { number }, body: { version, shipping_address: { ...shipping_address, line1: '2 Other Street' } } }
}
const correctingForm: Ask = async (world) => {
  const { params, body: { version, shipping_address: address } = {} } = await correcting(world)
  const fields = Object.entries(address as Record<string, string | null>).map(([name, value]) => [`shipping_address/${name}`, value ?? ''])
  return { params, body: { version, ...Object.fromEntries(fields) } }
}

/** Nobody has its address and its SKU. */
const newProduct = async ({ product }: World) => {
  const { primary_category_id } = await requireStaffProduct(systemCtx('test'), { product_id: product.id })
  return { name: 'New', slug: newId(), sku: newId(), primary_category_id, status: 'draft' }
}
const newProductForm: Ask = async (world) => ({
  body: { ...(await newProduct(world)), price_minor: '9.00', currency: 'USD', track_inventory: 'on', low_stock_threshold: '5', weight_grams: '250' },
})
const productForm: Ask = async ({ product }) => {
  const { name, slug, sku, status, primary_category_id, price_minor, currency, options, variants } = await requireStaffProduct(systemCtx('test'), {
    product_id: product.id,
  })
  const rows = variants.map(({ id, sku: of, options: chosen, is_active }) => ({ id, sku: of, options: chosen, is_active }))
  const listed = { options: JSON.stringify(options), variants: JSON.stringify(rows) }
  const fields = {
    name,
    slug,
    sku,
    status,
    primary_category_id,
    price_minor: inMajorUnits({ amount: price_minor, currency }),
    currency,
    track_inventory: 'on',
    low_stock_threshold: '5',
    weight_grams: '0',
  }
  return { body: { product_id: product.id, ...fields, ...listed } }
}

const writing: Ask = async ({ owns, product }) => {
  await owns.deliveredOrder()
  return { body: { product_id: product.id, rating: '5', title: 'Very good', body: 'Better than I thought.' } }
}

/** Everybody's cart has one of the same product in it, so one sum holds for all. */
const checkout: Ask = async ({ owns }) => ({ body: orderFor(await owns.cart()), headers: keyed() })
const checkoutForm: Ask = async ({ owns }) => {
  const { expected_total: total, shipping_address: to, email, shipping_method } = orderFor(await owns.cart())
  const shipping = Object.entries(to).map(([name, value]) => [`shipping_address/${name}`, value ?? ''])
  const sum = { 'expected_total/amount': String(total.amount), 'expected_total/currency': total.currency }
  return { body: { email, shipping_method, billing_same: 'on', ...sum, ...Object.fromEntries(shipping) } }
}

const passwordOf =
  (who: (cast: Cast) => { email: string }, password = PASSWORD): Ask =>
  ({ cast }) => ({ body: { email: who(cast).email, password } })

const preferences = [{ kind: 'price_drop', channel: 'bell', is_on: false }]
const addressFields = addressOf('12 Market')
const addressForm = Object.fromEntries(Object.entries(addressFields).map(([name, value]) => [name, value ?? '']))
const wish: Ask = ({ product }) => ({ body: { product_id: product.id } })
const onWishlist: Ask = async (world) => {
  await world.owns.wish()
  return wish(world)
}
const waiting: Ask = ({ product }) => ({ body: { variant_id: product.variantId, kind: 'price_drop', email: newEmail() } })
const registering: Ask = () => ({ body: { name: 'New', email: newEmail(), password: PASSWORD } })
const changingEmail: Ask = () => ({ body: { email: newEmail(), current_password: PASSWORD } })
const token =
  (make: (world: World) => Promise<string>): Ask =>
  async (world) => ({ body: { token: await make(world) } })
const verifying: Ask = async () => ({ body: { token: await linkToVerify(), password: PASSWORD } })
const resetting: Ask = async ({ cast }) => ({ body: { token: await linkToReset(cast.stranger), new_password: NEW_PASSWORD } })

const category = async (): Promise<Asked> => {
  const { category_id } = await saveCategory(systemCtx('test'), { name: 'Things', slug: `things-${newId()}` })
  return { params: { id: category_id } }
}

/** The ledger of what A bought. */
const movements: Ask = async ({ owns, product }) => {
  await owns.paidOrder()
  return { params: { id: product.variantId } }
}

/** By the names of the table. */
export const requests: Record<string, Ask> = {
  'GET /api/v1/categories': nothing,
  'GET /api/v1/countries': nothing,
  'GET /api/v1/countries/{code}': () => ({ params: { code: 'US' } }),
  'GET /api/v1/openapi.json': nothing,
  'GET /api/v1/products': nothing,
  'GET /api/v1/products/facets': nothing,
  'GET /api/v1/products/search': () => ({ query: { q: 'lamp' } }),
  'GET /api/v1/products/suggest': () => ({ query: { q: 'lamp' } }),
  'GET /api/v1/products/{slug}': ({ product: { slug } }) => ({ params: { slug } }),
  'GET /api/v1/products/{slug}/reviews': ({ product: { slug } }) => ({ params: { slug } }),
  'GET /media/{file}': () => ({ params: { file: `${'0'.repeat(32)}-640.webp` } }),
  'GET /sitemap.xml': nothing,
  'GET /sitemaps/{file}': () => ({ params: { file: 'pages.xml' } }),
  'ANY /api/v1/{rest}': () => ({ params: { rest: 'nothing' } }),

  'GET /api/health/live': nothing,
  'GET /api/health/ready': nothing,
  'GET /api/metrics': nothing,
  'GET /api/monitoring/cache': nothing,
  'POST /api/monitoring/cache/clear': body({}),
  'GET /api/monitoring/database': nothing,
  'GET /api/monitoring/system': nothing,
  'GET /api/inngest': nothing,
  'POST /api/inngest': body({ event: { name: 'order.paid', data: {} } }),
  'PUT /api/inngest': nothing,
  'POST /api/webhooks/stripe': body({ id: 'evt_1' }),
  'POST /api/webhooks/test': body({ id: 'evt_1' }),
  'GET /api/unsubscribe': nothing,
  'POST /api/unsubscribe': async ({ product }) => ({ query: { t: await linkToEnd(product) } }),
  'POST /api/unsubscribe: a made-up link': () => ({ query: { t: MADE_UP } }),
  'GET /dev/mailbox/messages': () => ({ query: { to: 'somebody@example.com' } }),

  'GET /api/v1/cart': nothing,
  'GET /api/v1/cart/delivery-options': () => ({ query: { country: 'DE' } }),
  'POST /api/v1/cart': body({}),
  'POST /api/v1/cart/items': ({ product }) => ({ body: { variant_id: product.variantId } }),
  'PATCH /api/v1/cart/items/{id}': async (world) => ({ ...(await cartLine(world)), body: { quantity: 2 } }),
  'DELETE /api/v1/cart/items/{id}': cartLine,
  'PUT /api/v1/cart/contact': body({ email: 'somebody@example.com' }),
  'POST /api/v1/cart/prices': body({}),
  'POST /api/v1/checkout': checkout,
  'GET /api/v1/view': ({ product }) => ({ query: { products: product.id } }),

  'GET /api/v1/orders': having(isPaid),
  'GET /api/v1/orders/{number}': order(isPaid),
  'GET /api/v1/orders/{number}: by link': orderByLink(isPaid, 'query'),
  "GET /api/v1/orders/{number}: by another order's link": async ({ owns }) => ({
    params: { number: (await owns.paidOrder()).number },
    query: { token: (await owns.otherOrder()).access_token },
  }),
  'POST /api/v1/orders/{number}/cancellation': order(toPay, { body: {} }),
  'POST /api/v1/orders/{number}/cancellation: by link': orderByLink(toPay, 'body'),
  'POST /api/v1/orders/{number}/cart': order(isPaid, { body: {} }),
  'POST /api/v1/orders/{number}/cart: by link': orderByLink(isPaid, 'body'),
  'POST /api/v1/orders/{number}/payments': async (world) => ({ ...(await order(toPay, payment)(world)), headers: keyed() }),
  'POST /api/v1/orders/{number}/payments: by link': async (world) => ({
    ...(await orderByLink(toPay, 'body', 'token', payment)(world)),
    headers: keyed(),
  }),
  'GET /api/v1/orders/{number}/payments/return': order(isPaid),
  'GET /api/v1/orders/{number}/payments/return: by link': orderByLink(isPaid, 'query', 't'),
  'GET /api/v1/orders/{number}/returns': async (world) => {
    await world.owns.returned()
    return order(isDelivered)(world)
  },
  'POST /api/v1/orders/{number}/returns': returning,
  'POST /api/v1/orders/{number}/returns/{id}/withdrawal': withdrawal,
  'GET /orders/{number}/invoice': order(isPaid),
  'GET /orders/{number}/invoice: by link': orderByLink(isPaid, 'query', 't'),

  'POST /api/v1/sessions': passwordOf(({ stranger }) => stranger),
  'POST /api/v1/sessions: a wrong password': passwordOf(() => ({ email: newEmail() }), 'not it at all'),
  'POST /api/v1/sessions: a banned person': passwordOf(({ banned }) => banned),
  'DELETE /api/v1/sessions/current': nothing,
  'POST /api/v1/registrations': registering,
  'POST /api/v1/registrations: an address that has an account': ({ cast }) => ({
    body: { name: 'New', email: cast.stranger.email, password: PASSWORD },
  }),
  'POST /api/v1/registrations/mail': () => ({ body: { email: newEmail() } }),
  'POST /api/v1/registrations/confirmation': verifying,
  'POST /api/v1/registrations/confirmation: a made-up link': body({ token: MADE_UP, password: PASSWORD }),
  'POST /api/v1/password-resets': ({ cast }) => ({ body: { email: cast.stranger.email } }),
  'POST /api/v1/password-resets/completion': resetting,
  'POST /api/v1/password-resets/completion: a made-up link': body({ token: MADE_UP, new_password: NEW_PASSWORD }),

  'GET /api/v1/me': nothing,
  'PATCH /api/v1/me': body({ marketing_consent: true }),
  'PUT /api/v1/me/password': body({ current_password: PASSWORD, new_password: NEW_PASSWORD }),
  'PUT /api/v1/me/email': changingEmail,
  'POST /api/v1/me/email/confirmation': token(({ cast }) => linkOfNewAddress(cast.a)),
  'GET /api/v1/me/sessions': having((owns) => owns.device()),
  'DELETE /api/v1/me/sessions': nothing,
  'DELETE /api/v1/me/sessions/{id}': device,
  'POST /api/v1/me/exports': body({}),
  'GET /api/v1/me/exports/{id}': exported,
  'GET /api/v1/tasks/{id}': exported,
  'POST /api/v1/tasks/{id}/cancellation': exported,
  'POST /api/v1/me/erasure': body({ current_password: PASSWORD, confirmation: 'ERASE' }),
  'GET /api/v1/addresses': having((owns) => owns.address()),
  'POST /api/v1/addresses': body(addressFields),
  'PUT /api/v1/addresses/{id}': idOf((owns) => owns.address(), addressFields),
  'DELETE /api/v1/addresses/{id}': address,

  'GET /api/v1/reviews': having((owns) => owns.review()),
  'POST /api/v1/reviews': writing,
  'PATCH /api/v1/reviews/{id}': idOf((owns) => owns.review(), { rating: 5 }),
  'DELETE /api/v1/reviews/{id}': review,
  'GET /api/v1/wishlist': having((owns) => owns.sharedWishlist()),
  'POST /api/v1/wishlist': wish,
  'DELETE /api/v1/wishlist/{product_id}': async ({ owns, product }) => {
    await owns.wish()
    return { params: { product_id: product.id } }
  },
  'POST /api/v1/wishlist/share': having((owns) => owns.wish()),
  'DELETE /api/v1/wishlist/share': having((owns) => owns.sharedWishlist()),
  'GET /api/v1/subscriptions': having((owns) => owns.subscription()),
  'POST /api/v1/subscriptions': waiting,
  'DELETE /api/v1/subscriptions/{id}': subscription,
  'GET /api/v1/notifications': having((owns) => owns.notification()),
  'POST /api/v1/notifications/read': having((owns) => owns.notification()),
  'POST /api/v1/notifications/{id}/read': notification,
  'GET /api/v1/notifications/preferences': nothing,
  'PATCH /api/v1/notifications/preferences': body({ preferences }),
  'GET /api/v1/admin/blocked-addresses': nothing,
  'POST /api/v1/admin/blocked-addresses': body({ address: '2001:db8::1' }),
  'DELETE /api/v1/admin/blocked-addresses/{address}': async () => {
    await blockAddress(shop, { address: '203.0.113.250', hours: 1, note: '' })
    return { params: { address: '203.0.113.250' } }
  },

  'GET /api/v1/admin/customers': () => ({ query: { page_size: '200' } }),
  'GET /api/v1/admin/customers/export': nothing,
  'GET /api/v1/admin/customers/{id}': customer(),
  'PUT /api/v1/admin/customers/{id}/ban': customer({ banned: true }),
  'POST /api/v1/admin/customers/{id}/password-reset': customer(),
  'GET /api/v1/admin/categories': nothing,
  'POST /api/v1/admin/categories': () => ({ body: { name: 'New', slug: `new-${newId()}` } }),
  'PATCH /api/v1/admin/categories/{id}': async () => ({ ...(await category()), body: { name: 'Renamed' } }),
  'GET /api/v1/admin/categories/{id}/order': () => category(),
  'PUT /api/v1/admin/categories/{id}/order': async () => ({ ...(await category()), body: { product_ids: [] } }),
  'POST /api/v1/admin/categories/{id}/picture': async () => ({ ...(await category()), body: { not: 'a picture' } }),
  'DELETE /api/v1/admin/categories/{id}/picture': () => category(),
  'PUT /api/v1/admin/categories/{id}/place': async () => ({ ...(await category()), body: { parent_id: null, index: 0 } }),
  'GET /api/v1/admin/inventory': nothing,
  'POST /api/v1/admin/inventory/adjustments': ({ product }) => ({
    body: { changes: [{ variant_id: product.variantId, units: 1 }], reason: 'found' },
  }),
  'GET /api/v1/admin/inventory/export': nothing,
  'GET /api/v1/admin/inventory/{id}/movements': async (world) => ({ ...(await movements(world)), query: { page_size: '200' } }),
  'PUT /api/v1/admin/products/{product_id}/low-stock-threshold': ({ product }) => ({
    params: { product_id: product.id },
    body: { low_stock_threshold: 7 },
  }),
  'GET /api/v1/admin/products/{product_id}/pictures': ({ product }) => ({ params: { product_id: product.id } }),
  // What is sent is JSON, and no picture: whoever may get that far is told so.
  'POST /api/v1/admin/products/{product_id}/pictures': ({ product }) => ({ params: { product_id: product.id }, body: { not: 'a picture' } }),
  'PUT /api/v1/admin/products/{product_id}/pictures': ({ product }) => ({
    params: { product_id: product.id },
    body: { version: 'an old one', pictures: [] },
  }),
  'GET /api/v1/admin/settings/shipping': nothing,
  'POST /api/v1/admin/settings/shipping/methods': () => ({ body: { value: wayValue() } }),
  'PUT /api/v1/admin/settings/shipping/methods/{id}': async () => changing(await way(), wayValue()),
  'DELETE /api/v1/admin/settings/shipping/methods/{id}': async () => removing(await way()),
  'POST /api/v1/admin/settings/shipping/zones': () => ({ body: { value: zoneValue() } }),
  'PUT /api/v1/admin/settings/shipping/zones/{id}': async () => changing(await zone(), zoneValue()),
  'DELETE /api/v1/admin/settings/shipping/zones/{id}': async () => removing(await zone()),
  'GET /api/v1/admin/settings/tax': nothing,
  'PUT /api/v1/admin/settings/tax': async () => {
    const { version, ...value } = (await readTaxSettings(shop)).usual
    return { body: { version, value } }
  },
  'POST /api/v1/admin/settings/tax/rates': () => ({ body: { value: rateValue() } }),
  'PUT /api/v1/admin/settings/tax/rates/{id}': async () => changing(await taxRate(), rateValue()),
  'DELETE /api/v1/admin/settings/tax/rates/{id}': async () => removing(await taxRate()),
  'GET /api/v1/admin/log': nothing,
  'GET /api/v1/admin/log/export': nothing,
  'POST /api/v1/admin/log/{id}/undo': () => ({ params: { id: newId() }, body: {} }),
  'GET /api/v1/admin/orders': having(isPaid, { query: { page_size: '200' } }),
  'GET /api/v1/admin/orders/export': having(isPaid),
  'POST /api/v1/admin/orders/fulfilments': async ({ owns }) => ({ body: { numbers: [(await owns.paidOrder()).number] } }),
  'GET /api/v1/admin/orders/{number}': order(isPaid),
  'PUT /api/v1/admin/orders/{number}/address': correcting,
  'POST /api/v1/admin/orders/{number}/cancellation': order(isPaid, { body: {} }),
  'POST /api/v1/admin/orders/{number}/delivery': order((owns) => owns.shippedOrder(), { body: {} }),
  'POST /api/v1/admin/orders/{number}/fulfilments': order(isPaid, { body: { carrier: 'UPS' } }),
  'POST /api/v1/admin/orders/{number}/notes': order(isPaid, { body: { body: 'Call first.' } }),
  'GET /api/v1/admin/orders/{number}/packing-slip': order(isPaid),
  'POST /api/v1/admin/orders/{number}/refunds': async (world) => ({ ...(await order(isPaid, { body: { amount: 1 } })(world)), headers: keyed() }),
  'POST /api/v1/admin/orders/{number}/returns/{id}/decision': returnOf((owns) => owns.returned(), { body: { decision: 'approved' } }),
  'POST /api/v1/admin/orders/{number}/returns/{id}/receipt': returnOf((owns) => owns.approvedReturn(), { body: { restock: [] } }),
  'POST /api/v1/admin/orders/{number}/returns/{id}/refund': async (world) => ({
    ...(await returnOf((owns) => owns.receivedReturn(), { body: { amount: 1 } })(world)),
    headers: keyed(),
  }),
  'GET /api/v1/admin/products': nothing,
  'POST /api/v1/admin/products': async (world) => ({ body: { ...(await newProduct(world)), price_minor: 900 } }),
  'POST /api/v1/admin/products/changes': ({ product }) => ({
    body: { ids: [product.id], change: { kind: 'price', by: 'amount', value: 1 }, dry_run: true },
  }),
  'GET /api/v1/admin/products/export': nothing,
  'GET /api/v1/admin/products/{product_id}': ({ product }) => ({ params: { product_id: product.id } }),
  'PATCH /api/v1/admin/products/{product_id}': ({ product }) => ({ params: { product_id: product.id }, body: { seo_title: `Title ${newId()}` } }),
  'GET /api/v1/admin/reviews': having((owns) => owns.review(), shownReviews),
  'POST /api/v1/admin/reviews/decisions': async ({ owns }) => ({ body: { decision: 'rejected', ids: [(await owns.review()).id] } }),
  'GET /api/v1/admin/search': async ({ owns, cast }) => {
    await owns.paidOrder()
    return { query: { q: cast.marker } }
  },

  signInAction: passwordOf(({ stranger }) => stranger),
  'signInAction: a wrong password': passwordOf(() => ({ email: newEmail() }), 'not it at all'),
  signOutAction: nothing,
  registerAction: registering,
  resendVerificationAction: () => ({ body: { email: newEmail() } }),
  verifyEmailAction: verifying,
  requestPasswordResetAction: ({ cast }) => ({ body: { email: cast.stranger.email } }),
  resetPasswordAction: resetting,

  updateProfileAction: body({ name: 'Somebody Else' }),
  changePasswordAction: body({ current_password: PASSWORD, new_password: NEW_PASSWORD }),
  requestEmailChangeAction: changingEmail,
  confirmEmailChangeAction: token(({ cast }) => linkOfNewAddress(cast.a)),
  endSessionAction: device,
  endOtherSessionsAction: nothing,

  addAddressAction: body(addressForm),
  changeAddressAction: idOf((owns) => owns.address(), addressForm),
  removeAddressAction: address,

  markAllReadAction: having((owns) => owns.notification()),
  savePreferencesAction: body({ 'price_drop/bell': 'on' }),

  cancelMyOrderAction: order(toPay),
  orderAgainAction: order(isPaid),
  requestReturnAction: async (world) => {
    const delivered = await world.owns.deliveredOrder()
    const id = returnedLine(delivered, '').order_item_id
    return { params: { number: delivered.number }, body: { [`quantity/${id}`]: '1', [`reason/${id}`]: 'damaged' } }
  },
  withdrawReturnAction: withdrawal,

  beginExportAction: nothing,
  cancelExportAction: exported,
  eraseMyAccountAction: body({ current_password: PASSWORD, confirmation: 'ERASE' }),

  writeReviewAction: writing,
  editReviewAction: idOf((owns) => owns.review(), { rating: '5' }),
  deleteReviewAction: review,

  addToWishlistAction: wish,
  completeWishAction: wish,
  removeFromWishlistAction: onWishlist,
  moveToCartAction: onWishlist,
  shareAction: having((owns) => owns.wish(), { body: { share: 'on' } }),

  subscribeAction: waiting,
  confirmSubscriptionAction: token(({ product }) => linkToConfirm(product)),
  'confirmSubscriptionAction: a made-up link': body({ token: MADE_UP }),
  endSubscriptionAction: subscription,

  addCategoryAction: () => ({ body: { name: 'New', slug: `new-${newId()}`, description: '', parent_id: '', is_active: 'on' } }),
  changeCategoryAction: async () => ({ ...(await category()), body: { name: 'Renamed' } }),

  adjustStockAction: ({ product }) => ({ body: { variant_id: product.variantId, units: '1', reason: 'found', note: '' } }),
  setThresholdAction: ({ product }) => ({ body: { product_id: product.id, low_stock_threshold: '7' } }),

  addNoteAction: order(isPaid, { body: { body: 'Call first.' } }),
  cancelAction: order(isPaid),
  correctAddressAction: correctingForm,
  decideReturnAction: returnOf((owns) => owns.returned(), { body: { decision: 'approved' } }),
  deliverAction: order((owns) => owns.shippedOrder()),
  receiveReturnAction: returnOf((owns) => owns.approvedReturn()),
  refundAction: order(isPaid, { body: { amount: '0.01', currency: 'USD' } }),
  refundReturnAction: returnOf((owns) => owns.receivedReturn(), { body: { amount: '0.01', currency: 'USD' } }),
  sendParcelAction: async ({ owns }) => {
    const { number, lines } = await owns.paidOrder()
    return { params: { number }, body: { carrier: 'UPS', [`units/${lines[0]?.id}`]: '1' } }
  },

  createProductAction: newProductForm,
  saveProductAction: productForm,
  banCustomerAction: customer({ banned: 'yes' }),
  sendPasswordResetAction: customer(),

  cancelRunAction: () => ({ params: { id: newId() } }),
  emptyCachesAction: nothing,
  purgeTagAction: body({ tag: 'products_list' }),
  resendMailAction: mailOfA,
  retryEventsAction: () => ({ body: { ids: newId() } }),
  retryRunAction: () => ({ params: { id: newId() } }),

  moderateAction: async ({ owns }) => ({ body: { decision: 'rejected', ids: (await owns.review()).id } }),

  addShippingMethodAction: body(wayFields),
  blockAddressAction: body({ address: '2001:db8::2', hours: '1' }),
  removeShippingMethodAction: async () => ({ body: await way() }),
  removeShippingZoneAction: async () => ({ body: await zone() }),
  removeTaxRateAction: async () => ({ body: await taxRate() }),
  savePaymentsAction: async () => ({ body: { version: (await readSettingsOverview(shop)).payments.version, all: '' } }),
  saveShippingMethodAction: body(wayFields),
  saveShippingZoneAction: () => ({ body: { name: `Zone ${newId()}`, countries: anotherCountry() } }),
  saveShopAction: async () => ({ body: { ...(await readSettingsOverview(shop)).shop } }),
  saveTaxRateAction: () => ({ body: { country: anotherCountry(), name: 'VAT', percent: '5' } }),
  saveUsualTaxAction: async () => {
    const { version, name, rate_ppm } = (await readTaxSettings(shop)).usual
    return { body: { version, name, percent: String(rate_ppm / 10_000) } }
  },
  sendTestMailAction: nothing,
  unblockAddressAction: async () => {
    await blockAddress(shop, { address: '203.0.113.251', hours: 1, note: '' })
    return { body: { address: '203.0.113.251' } }
  },

  addMemberAction: ({ cast }) => ({ body: { email: cast.stranger.email } }),
  addRoleAction: () => ({ body: { name: `Role ${newId()}`, permissions: 'orders.read' } }),
  removeRoleAction: async () => ({ params: { id: (await saveRole(systemCtx('test'), { name: `Role ${newId()}`, permissions: [] })).id } }),
  saveRoleAction: () => ({ body: { name: `Role ${newId()}`, permissions: 'orders.read' } }),
  setMemberAction: ({ cast }) => ({ body: { user_id: cast.stranger.id, as: 'staff' } }),

  addItemAction: ({ product }) => ({ body: { variant_id: product.variantId } }),
  changeItemAction: async (world) => ({ ...(await cartLine(world)), body: { quantity: '2' } }),
  removeItemAction: async (world) => ({ ...(await cartLine(world)), body: { variant_id: world.product.variantId, quantity: '1' } }),
  acceptChangesAction: nothing,
  restoreCartAction: token(({ product }) => linkToLeftCart(product)),
  'restoreCartAction: a made-up link': body({ token: MADE_UP }),

  placeOrderAction: checkoutForm,

  payOrderAction: order(toPay, paymentForm),
  'payOrderAction: by link': orderByLink(toPay, 'body', 'token', paymentForm),
  cancelOrderAction: order(toPay),
  'cancelOrderAction: by link': orderByLink(toPay, 'body'),
  putBackIntoCartAction: order(isPaid),
  'putBackIntoCartAction: by link': orderByLink(isPaid, 'body'),
  createAccountAction: order(isPaid, { body: { password: PASSWORD } }),
  'createAccountAction: by link': orderByLink(isPaid, 'body', 'token', { body: { password: PASSWORD } }),
}

const page = (name: string, ask: Ask = nothing): [string, Ask] => [name, ask]
const shared: Ask = async ({ owns }) => ({ params: { token: (await owns.sharedWishlist()).share_path?.split('/').at(-1) ?? '' } })

/** Where the pages of the table are. */
export const pageRequests: Record<string, Ask> = Object.fromEntries([
  page('/'),
  page('/c/{slug}', () => ({ params: { slug: 'sneakers-skates' } })),
  page('/c/{slug}/browse', () => ({ params: { slug: 'sneakers-skates' } })),
  page('/p/{slug}', ({ product: { slug } }) => ({ params: { slug } })),
  page('/p/{slug}/reviews', ({ product: { slug } }) => ({ params: { slug } })),
  page('/pages/{slug}', () => ({ params: { slug: 'about' } })),
  page('/problems/{code}', () => ({ params: { code: 'not_found' } })),
  page('/search', () => ({ query: { q: 'lamp' } })),

  page('/cart'),
  page('/cart/restore', async ({ product }) => ({ query: { t: await linkToLeftCart(product) } })),
  page('/checkout'),
  page('/orders/{number}', order(isPaid)),
  page('/orders/{number}: by link', orderByLink(isPaid, 'query', 't')),
  page('/orders/{number}/pay', order(toPay)),

  page('/sign-in'),
  page('/register'),
  page('/forgot-password'),
  page('/reset-password', () => ({ query: { token: MADE_UP } })),
  page('/verify-email', () => ({ query: { token: MADE_UP } })),
  page('/check-your-mail'),

  page('/account', having(isPaid)),
  page(
    '/account/addresses',
    having((owns) => owns.address()),
  ),
  page('/account/addresses/new'),
  page('/account/addresses/{id}', address),
  page('/account/confirm-email', () => ({ query: { token: MADE_UP } })),
  page(
    '/account/notifications',
    having((owns) => owns.notification()),
  ),
  page('/account/orders', having(isPaid)),
  page('/account/orders/{number}', order(isPaid)),
  page('/account/orders/{number}/return', order(isDelivered)),
  page('/account/privacy'),
  page('/account/profile'),
  page(
    '/account/reviews',
    having((owns) => owns.review()),
  ),
  page('/account/reviews/new', async ({ owns, product: { slug } }) => {
    await owns.deliveredOrder()
    return { query: { product: slug } }
  }),
  page('/account/reviews/{id}', review),
  page(
    '/account/security',
    having((owns) => owns.device()),
  ),
  page(
    '/account/wishlist',
    having((owns) => owns.sharedWishlist()),
  ),
  page('/account/wishlist/add', ({ product: { id } }) => ({ query: { product: id } })),

  page('/admin'),
  page('/admin/customers', () => ({ query: { page_size: '200' } })),
  page('/admin/customers/{id}', customer()),
  page('/admin/categories'),
  page('/admin/categories/{id}', () => category()),
  page('/admin/inventory'),
  page('/admin/inventory/{id}', movements),
  page('/admin/log'),
  page('/admin/operations'),
  page('/admin/operations/cache'),
  page('/admin/operations/events'),
  page('/admin/operations/jobs'),
  page('/admin/operations/jobs/{id}', () => ({ params: { id: newId() } })),
  page('/admin/operations/mails', async (world) => {
    await mailOfA(world)
    return { query: { page_size: '200' } }
  }),
  page('/admin/operations/mails/{id}', mailOfA),
  page('/admin/orders', having(isPaid)),
  page('/admin/orders/{number}', order(isPaid)),
  page('/admin/products'),
  page('/admin/products/{id}', ({ product }) => ({ params: { id: product.id } })),
  page(
    '/admin/reviews',
    having((owns) => owns.review(), shownReviews),
  ),
  page('/admin/settings'),
  page('/admin/settings/addresses'),
  page('/admin/settings/limits'),
  page('/admin/settings/mail'),
  page('/admin/settings/payments'),
  page('/admin/settings/shipping'),
  page('/admin/settings/shipping/methods/{code}', () => ({ params: { code: 'new' } })),
  page('/admin/settings/shop'),
  page('/admin/settings/tax'),
  page('/admin/team'),
  page('/admin/team/roles/{id}', () => ({ params: { id: 'new' } })),

  page('/wishlist/{token}', shared),
  page('/wishlist/{token}: a made-up link', () => ({ params: { token: MADE_UP } })),
  page('/subscriptions/confirm', async ({ product }) => ({ query: { t: await linkToConfirm(product) } })),
  page('/subscriptions/requested'),
  page('/unsubscribe', async ({ product }) => ({ query: { t: await linkToEnd(product) } })),

  page('/dev/mailbox', () => ({ query: { to: 'nobody@example.com' } })),
  page('/dev/mailbox/{id}', async () => ({ params: { id: await mailToSomebody() } })),
  page('/dev/mailbox/templates'),
  page('/dev/mailbox/templates/{kind}', () => ({ params: { kind: 'verify_email' } })),
])
