import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom, size } from '@/db/testing/seed'
import { call } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'
import type { ProductDetail } from '@/lib/catalog/schemas'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })
const SLUG = 'plaza-canvas-sneakers'
/** Another process's write is seen by the next read of the log. */
const TAIL_MS = 250

const hardReload = async (path = `/p/${SLUG}`) => (await fetch(shop.current.url + path, { headers: { 'cache-control': 'no-cache' } })).text()

async function setPrice(minor: number): Promise<void> {
  const { setPrice: set } = await import('@/e2e/harness/stock')
  await set(SLUG, minor)
}

const words = (minor: number) => `$${(minor / 100).toFixed(2)}`

test('a changed price is on the next hard reload of the product, of its category and of the API', async () => {
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
