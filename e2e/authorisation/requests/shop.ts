import { makeCoupon } from '@/db/testing/make-coupon'
import { orderFor } from '@/lib/checkout/testing'
import {
  type Ask,
  type Asked,
  body,
  having,
  idOf,
  isDelivered,
  isPaid,
  keyed,
  MADE_UP,
  nothing,
  order,
  orderByLink,
  token,
  toPay,
  withdrawal,
} from '../asking'
import { returnedLine } from '../belongings'
import { PASSWORD } from '../cast'
import { linkToEnd, linkToLeftCart } from '../links'

const card = { number: '4242424242424242', expiry: '12/39', cvc: '123' }
const cardFields = { 'card/number': card.number, 'card/expiry': card.expiry, 'card/cvc': card.cvc }

const cartLine = idOf(async (owns) => (await owns.cart()).lines[0])

const payment: Asked = { body: { method: 'test_card', card } }

const paymentForm: Asked = { body: { method: 'test_card', ...cardFields } }

const returning: Ask = async ({ owns, cast: { marker } }) => {
  const delivered = await owns.deliveredOrder()
  return { params: { number: delivered.number }, body: { lines: [returnedLine(delivered, marker)], note: '' }, headers: keyed() }
}

/** One that everybody may use. */
const newCode: Ask = async () => ({ body: { code: (await makeCoupon({ maxUses: 100 })).code } })

/** Everybody's cart has one of the same product in it, so one sum holds for all. */
const checkout: Ask = async ({ owns }) => ({ body: orderFor(await owns.cart()), headers: keyed() })

const checkoutForm: Ask = async ({ owns }) => {
  const { expected_total: total, shipping_address: to, email, shipping_method } = orderFor(await owns.cart())
  const shipping = Object.entries(to).map(([name, value]) => [`shipping_address/${name}`, value ?? ''])
  const sum = { 'expected_total/amount': String(total.amount), 'expected_total/currency': total.currency }
  return { body: { email, shipping_method, billing_same: 'on', ...sum, ...Object.fromEntries(shipping) } }
}

/** What is asked at the doors of the shop: catalogue, cart, checkout and orders by their links. By the names of the table. */
export const shopRequests: Record<string, Ask> = {
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
  'PUT /api/v1/cart/coupon': newCode,
  'DELETE /api/v1/cart/coupon': nothing,
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

  addItemAction: ({ product }) => ({ body: { variant_id: product.variantId } }),
  changeItemAction: async (world) => ({ ...(await cartLine(world)), body: { quantity: '2' } }),
  removeItemAction: async (world) => ({ ...(await cartLine(world)), body: { variant_id: world.product.variantId, quantity: '1' } }),
  acceptChangesAction: nothing,
  applyCouponAction: newCode,
  removeCouponAction: nothing,
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
