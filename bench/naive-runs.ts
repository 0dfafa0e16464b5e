import postgres from 'postgres'
import type { Shop } from '@/e2e/harness/shop'
import { benchAddress } from './address'
import { loadFunction } from './functions'
import { type Load, percentilesOf } from './load'
import { naiveListProducts } from './naive/list-products'
import { naivePlaceOrder } from './naive/place-order'
import { naiveSearchProducts } from './naive/search-products'
import { naiveViewCart } from './naive/view-cart'
import { searchQueries } from './queries'
import { line, type Result } from './results'

type Sample = { variants: string[] }
const HUNDRED = 100

/** Our functions and the naive ones over the same database in the same process, one after the other. */
export async function measureNaive(shop: Shop, at: string, { variants }: Sample, seconds: number, results: Result[]): Promise<void> {
  process.env.DATABASE_URL = shop.databaseUrl
  process.env.HIGHSTREET_SECRET = shop.env.HIGHSTREET_SECRET
  const { closeDatabase } = await import('@/db/client')
  const { listProducts } = await import('@/lib/catalog/list-products')
  const { searchProducts } = await import('@/lib/search/search-products')
  const { addItem } = await import('@/lib/cart/add-item')
  const { viewCart } = await import('@/lib/cart/view-cart')
  const { placeOrder } = await import('@/lib/checkout/place-order')
  const { systemCtx } = await import('@/lib/core/context')
  const { VariantId } = await import('@/lib/core/ids')

  const sql = postgres(shop.databaseUrl, { max: 16, onnotice: () => {} })
  const section = `ours and naive, functions, ${at}`

  const compare = async (name: string, naive: (turn: number) => Promise<unknown>, ours: (turn: number) => Promise<unknown>, parallel = 8) => {
    const before = await loadFunction(naive, { seconds, parallel })
    const after = await loadFunction(ours, { seconds, parallel })
    keep(section, `${name}, naive`, before, null)
    keep(section, `${name}, ours`, after, { to: 'naive', value: after.perSecond / before.perSecond })
  }
  const keep = (place: string, name: string, load: Load, ratio: Result['ratio']) => {
    const result: Result = { section: place, name, load, statementsPerRequest: null, rssMb: null, ratio }
    results.push(result)
    process.stdout.write(`${line(result)}\n`)
  }

  const ctx = systemCtx('bench')
  const guest = (name: string) => ({ ...ctx, actor: { kind: 'guest' as const, sessionKey: `bench-${name}` } })
  const query = (turn: number) => searchQueries[turn % searchQueries.length] ?? ''
  try {
    await compare(
      'list, page 1',
      () => naiveListProducts(sql, 1),
      () => listProducts(ctx, { page_size: 20 }),
    )
    const deep = await cursorAt(listProducts, 400)
    await compare(
      'list, page 400',
      () => naiveListProducts(sql, 400),
      () => listProducts(ctx, { page_size: 20, ...(deep ? { cursor: deep } : {}) }),
    )
    await compare(
      'search',
      (turn) => naiveSearchProducts(sql, query(turn)),
      (turn) => searchProducts(ctx, { q: query(turn), page_size: 20 }),
    )

    const owner = guest('cart')
    for (const id of variants.slice(0, HUNDRED)) await addItem(owner, { variant_id: VariantId.parse(id), quantity: 1 })
    const cart = await viewCart(owner)
    await compare(
      'view a cart of 100 lines',
      () => naiveViewCart(sql, cart.id ?? ''),
      () => viewCart(owner),
    )

    const lines = variants.slice(0, HUNDRED).map((variantId) => ({ variantId, quantity: 1 }))
    const naiveOrder = await loadFunction(() => naivePlaceOrder(sql, lines), { seconds, parallel: 4 })
    keep(section, 'place an order of 100 lines, naive', naiveOrder, null)
    const carts = Math.max(20, Math.ceil(naiveOrder.requests))
    for (let made = 0; made < carts; made++) {
      await sql`with cart as (insert into carts (id, session_key, currency, cached_total_items, cached_subtotal_minor)
          select gen_random_uuid(), ${`bench-order-${made}`}, 'USD', ${HUNDRED}, ${cart.totals.subtotal.amount} returning id)
        insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor)
        select gen_random_uuid(), cart.id, i.product_id, i.variant_id, i.quantity, i.price_minor from cart, cart_items i where i.cart_id = ${cart.id}`
    }
    const began = performance.now()
    const latencies: number[] = []
    let next = 0
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while (next < carts) {
          const placing = performance.now()
          await placeOrder(guest(`order-${next++}`), {
            email: 'bench@example.com',
            marketing_consent: false,
            shipping_address: benchAddress,
            shipping_method: 'standard',
            expected_total: cart.totals.total,
          })
          latencies.push(performance.now() - placing)
        }
      }),
    )
    const perSecond = carts / ((performance.now() - began) / 1000)
    const placed: Load = { perSecond, ...percentilesOf(latencies), requests: carts, failures: 0, bytesPerRequest: 0 }
    keep(section, 'place an order of 100 lines, ours', placed, { to: 'naive', value: perSecond / naiveOrder.perSecond })
  } finally {
    await sql.end({ timeout: 5 })
    await closeDatabase()
  }
}

async function cursorAt(listProducts: typeof import('@/lib/catalog/list-products').listProducts, page: number): Promise<string | null> {
  const { systemCtx } = await import('@/lib/core/context')
  let cursor: string | null = null
  for (let turn = 0; turn < page / 5; turn++) {
    const found: { next_cursor: string | null } = await listProducts(systemCtx('bench'), { page_size: 100, ...(cursor ? { cursor } : {}) })
    if (!found.next_cursor) return cursor
    cursor = found.next_cursor
  }
  return cursor
}
