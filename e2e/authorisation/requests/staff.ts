import { blockAddress } from '@/lib/blocked-addresses/block-address'
import { requireStaffProduct } from '@/lib/catalog/find-staff-product'
import { systemCtx } from '@/lib/core/context'
import { inMajorUnits } from '@/lib/core/format-money'
import { newId } from '@/lib/core/ids'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { readLimits } from '@/lib/settings/read-limits'
import { readSettingsOverview } from '@/lib/settings/read-shop-settings'
import { readTaxSettings } from '@/lib/settings/read-tax-settings'
import { saveRole } from '@/lib/staff/save-role'
import {
  type Ask,
  type Asked,
  body,
  category,
  customer,
  having,
  isPaid,
  keyed,
  mailOfA,
  movements,
  nothing,
  order,
  shop,
  shownReviews,
  type World,
} from '../asking'
import type { Belongings } from '../belongings'
import { anotherCountry, changing, methodForm, methodValue, rateValue, removing, shippingMethod, taxRate, zone, zoneValue } from './settings'

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

/** What is asked at the doors of the dashboard. */
export const staffRequests: Record<string, Ask> = {
  'GET /api/v1/admin/carts': nothing,
  'GET /api/v1/admin/customers': () => ({ query: { page_size: '100' } }),
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
  'GET /api/v1/admin/inventory/{id}/movements': async (world) => ({ ...(await movements(world)), query: { page_size: '100' } }),
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
  'GET /api/v1/admin/settings/limits': nothing,
  'PUT /api/v1/admin/settings/limits': async () => ({ body: { version: (await readLimits(shop)).version, value: {} } }),
  'GET /api/v1/admin/settings/shipping': nothing,
  'POST /api/v1/admin/settings/shipping/methods': () => ({ body: { value: methodValue() } }),
  'PUT /api/v1/admin/settings/shipping/methods/{id}': async () => changing(await shippingMethod(), methodValue()),
  'DELETE /api/v1/admin/settings/shipping/methods/{id}': async () => removing(await shippingMethod()),
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
  'GET /api/v1/admin/orders': having(isPaid, { query: { page_size: '100' } }),
  'GET /api/v1/admin/orders/export': having(isPaid),
  'POST /api/v1/admin/orders/fulfilments': async ({ owns }) => ({ body: { numbers: [(await owns.paidOrder()).number] } }),
  'GET /api/v1/admin/orders/{number}': order(isPaid),
  'PUT /api/v1/admin/orders/{number}/address': correcting,
  'POST /api/v1/admin/orders/{number}/cancellation': order(isPaid, { body: {} }),
  'POST /api/v1/admin/orders/{number}/delivery': order((owns) => owns.shippedOrder(), { body: {} }),
  'POST /api/v1/admin/orders/{number}/fulfilments': order(isPaid, { body: { carrier: 'UPS' } }),
  'POST /api/v1/admin/orders/{number}/notes': order(isPaid, { body: { body: 'Call first.' } }),
  'GET /api/v1/admin/orders/{number}/invoice': order(isPaid),
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
  'GET /api/v1/admin/reports': () => ({ query: { from: '2026-01-01', to: '2026-01-31' } }),
  'GET /api/v1/admin/reports/export': () => ({ query: { from: '2026-01-01', to: '2026-01-31' } }),
  'GET /api/v1/admin/reviews': having((owns) => owns.review(), shownReviews),
  'POST /api/v1/admin/reviews/decisions': async ({ owns }) => ({ body: { decision: 'rejected', ids: [(await owns.review()).id] } }),
  'GET /api/v1/admin/search': async ({ owns, cast }) => {
    await owns.paidOrder()
    return { query: { q: cast.marker } }
  },

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
  changeViewAction: () => ({ params: { id: newId() }, body: { name: 'Mine' } }),
  chooseColumnsAction: body({ area: '/admin/orders', column: 'Items' }),
  removeViewAction: () => ({ params: { id: newId() } }),
  saveViewAction: () => ({ body: { area: '/admin/orders', name: `To send ${newId().slice(-12)}`, query: 'status=paid' } }),
  banCustomerAction: customer({ banned: 'yes' }),
  sendPasswordResetAction: customer(),

  cancelRunAction: () => ({ params: { id: newId() } }),
  emptyCachesAction: nothing,
  purgeTagAction: body({ tag: 'products_list' }),
  resendMailAction: mailOfA,
  retryEventsAction: () => ({ body: { ids: newId() } }),
  retryRunAction: () => ({ params: { id: newId() } }),

  moderateAction: async ({ owns }) => ({ body: { decision: 'rejected', ids: (await owns.review()).id } }),

  addShippingMethodAction: body(methodForm),
  blockAddressAction: body({ address: '2001:db8::2', hours: '1' }),
  removeShippingMethodAction: async () => ({ body: await shippingMethod() }),
  removeShippingZoneAction: async () => ({ body: await zone() }),
  removeTaxRateAction: async () => ({ body: await taxRate() }),
  saveLimitsAction: async () => ({ body: { version: (await readLimits(shop)).version } }),
  saveMailSenderAction: async () => ({ body: { ...(await readSettingsOverview(shop)).mail } }),
  savePaymentsAction: async () => ({ body: { version: (await readSettingsOverview(shop)).payments.version, all: '' } }),
  saveShippingMethodAction: body(methodForm),
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
}
