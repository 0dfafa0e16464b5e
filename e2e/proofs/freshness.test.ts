import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom, size } from '@/db/testing/seed'
import { call } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'
import type { ProductDetail } from '@/lib/catalog/schemas'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })
const SLUG = 'plaza-canvas-sneakers'
/** Another process's write is seen by the next read of the log. */
const TAIL_MS = size(500, 250)

const hardReload = async (path = `/p/${SLUG}`) => (await fetch(shop.current.url + path, { headers: { 'cache-control': 'no-cache' } })).text()

async function setPrice(minor: number): Promise<void> {
  const { setPrice: set } = await import('@/e2e/harness/stock')
  await set(SLUG, minor)
}

const words = (minor: number) => `$${(minor / 100).toFixed(2)}`

test('R101: a changed price is on the next hard reload of the product, of its category and of the API', async () => {
  const random = seededRandom()
  for (let round = 0; round < size(3, 20); round++) {
    const price = random.integer(6_100, 9_900)
    await setPrice(price)
    await sleep(TAIL_MS)
    expect(await hardReload()).toContain(words(price))
    expect(await hardReload('/c/sneakers-skates')).toContain(words(price))
    const answer = await call<ProductDetail>(shop.current.url, `/products/${SLUG}`)
    expect(answer.json.price.amount).toBe(price)
  }
})

test('an old price is never shown again once the new one was seen', async () => {
  const [before, after] = [7_001, 7_002]
  await setPrice(before)
  await sleep(TAIL_MS)
  expect(await hardReload()).toContain(words(before))
  const readers = Array.from({ length: 8 }, async () => {
    const seen: boolean[] = []
    for (const end = performance.now() + 1_500; performance.now() < end; ) seen.push((await hardReload()).includes(words(after)))
    return seen
  })
  await sleep(100)
  await setPrice(after)
  for (const seen of await Promise.all(readers)) {
    expect(seen.at(-1)).toBe(true)
    expect(seen.slice(seen.indexOf(true))).not.toContain(false)
  }
})

test('a shop that is killed right after the price was committed shows the new one after its start, with Redis emptied too', async () => {
  const random = seededRandom()
  for (let round = 0; round < size(2, 10); round++) {
    const price = random.integer(6_100, 9_900)
    expect(await hardReload()).toContain(SLUG)
    await setPrice(price)
    await sleep(random.integer(0, 40))
    await shop.current.killServer()
    await shop.current.emptyRedis()
    await shop.current.startServer()
    expect(await hardReload()).toContain(words(price))
    expect(await hardReload('/c/sneakers-skates')).toContain(words(price))
  }
})

test('a price that was changed while the shop was down is on its first answer', async () => {
  await shop.current.killServer('SIGTERM')
  await setPrice(8_888)
  await shop.current.startServer()
  expect(await hardReload()).toContain(words(8_888))
})

test('a renamed product and category lead on from their old addresses at once, to where they are last, until another takes the address', async () => {
  const [{ saveProduct }, { saveCategory }, { systemCtx }, { database }, { sql }] = await Promise.all([
    import('@/lib/catalog/save-product'),
    import('@/lib/catalog/save-category'),
    import('@/lib/core/context'),
    import('@/db/client'),
    import('drizzle-orm'),
  ])
  const idOf = async (slug: string) =>
    (await database().execute<{ id: ProductDetail['id'] }>(sql`select id from products where slug = ${slug}`))[0]?.id ?? expect.fail(slug)
  const [id, other] = [await idOf(SLUG), await idOf('marlow-handbag')]
  const rename = async (product_id: ProductDetail['id'], slug: string) => {
    await saveProduct(systemCtx('test'), { product_id, slug })
    await sleep(TAIL_MS)
  }
  const asked = async (path: string) => {
    const { status, headers } = await fetch(shop.current.url + path, { redirect: 'manual' })
    return [status, headers.get('location')?.replace(shop.current.url, '') ?? null]
  }
  await expect.poll(() => asked(`/p/${SLUG}`), { timeout: 3_000 }).toEqual([200, null])
  for (const slug of ['canvas-two', 'canvas-three']) {
    await rename(id, slug)
    await expect.poll(() => asked(`/p/${SLUG}`), { timeout: 3_000 }).toEqual([308, `/p/${slug}`])
    await expect.poll(() => asked(`/p/${slug}`), { timeout: 3_000 }).toEqual([200, null])
  }
  await expect.poll(() => asked(`/p/${SLUG}/reviews?sort=lowest`), { timeout: 3_000 }).toEqual([308, '/p/canvas-three/reviews?sort=lowest'])
  await expect.poll(() => asked(`/api/v1/products/${SLUG}`), { timeout: 3_000 }).toEqual([308, '/api/v1/products/canvas-three'])
  await rename(other, SLUG)
  await expect.poll(() => asked(`/p/${SLUG}`), { timeout: 3_000 }).toEqual([200, null])
  await rename(other, 'marlow-handbag')
  await rename(id, SLUG)

  const [category] = await database().execute<{ id: ProductDetail['breadcrumbs'][number]['id'] }>(
    sql`select id from categories where slug = 'sneakers-skates'`,
  )
  await saveCategory(systemCtx('test'), { category_id: category?.id, slug: 'trainers' })
  await sleep(TAIL_MS)
  await expect.poll(() => asked('/c/sneakers-skates'), { timeout: 3_000 }).toEqual([308, '/c/trainers'])
  await expect.poll(() => asked('/c/sneakers-skates/browse?sort=price'), { timeout: 3_000 }).toEqual([308, '/c/trainers/browse?sort=price'])
  await expect.poll(() => asked('/c/never-was'), { timeout: 3_000 }).toEqual([404, null])
})
