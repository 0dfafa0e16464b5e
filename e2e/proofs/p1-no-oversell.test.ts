import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom, size } from '@/db/testing/seed'
import { fillCart, pay, place } from '@/e2e/harness/api'
import { brokenInvariants } from '@/e2e/harness/invariants'
import { testShop } from '@/e2e/harness/test-shop'
import type { CartView } from '@/lib/cart/schemas'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

async function stocked(...stock: number[]) {
  const { makeCategory, makeProducts } = await import('@/db/testing/world')
  const made = await makeProducts(
    await makeCategory(),
    stock.map((units) => ({ stock: units })),
  )
  return made.map(({ variantId }) => variantId)
}

async function unitsLeft(variantId: string): Promise<{ on_hand: number; reserved: number }> {
  const { database } = await import('@/db/client')
  const { sql } = await import('drizzle-orm')
  const [row] = await database().execute<{ on_hand: number; reserved: number }>(
    sql`select on_hand, reserved from inventory_levels where variant_id = ${variantId}`,
  )
  if (!row) throw new Error('The variant has no level')
  return row
}

/** Carts are filled before, because a cart takes no more than is left. */
async function inTurns<T, R>(items: T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

/** A machine that is overrun says 503 and that nothing happened: whoever asks again with the same key gets their answer. */
async function placeInTheEnd(url: string, token: string, cart: CartView) {
  const key = randomUUID()
  for (let attempt = 1; ; attempt++) {
    const answer = await place(url, token, cart, key)
    if (answer.status !== 503 || attempt === 20) return answer
    await sleep(250 + Math.random() * 500)
  }
}

test('P1: many shoppers for the last units over HTTP: each unit is sold once, everybody else hears that it is sold out', async () => {
  const shoppers = size(100, 500)
  const units = size(10, 50)
  const [variantId = ''] = await stocked(units)
  const { url } = shop.current
  const carts = await inTurns(Array.from({ length: shoppers }), 32, () => fillCart(url, [{ variantId }]))
  const answers = await Promise.all(carts.map(({ token, cart }) => placeInTheEnd(url, token, cart)))

  const placed = answers.filter(({ status }) => status === 201)
  const refused = answers.filter(({ status }) => status !== 201)
  expect(placed).toHaveLength(units)
  expect(refused.map(({ status, json }) => `${status} ${json.code}`)).toEqual(Array(shoppers - units).fill('409 out_of_stock'))
  expect(await unitsLeft(variantId)).toEqual({ on_hand: units, reserved: units })

  const payments = await inTurns(placed, 16, ({ json }) => pay(url, json))
  expect(payments.map(({ status, json }) => `${status} ${json.outcome}`)).toEqual(Array(units).fill('200 paid'))
  expect(await unitsLeft(variantId)).toEqual({ on_hand: 0, reserved: 0 })
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
})

test('P1: random crowds with carts of several lines: what is sold and what is left always add up', async () => {
  const random = seededRandom()
  const { url } = shop.current
  for (let round = 0; round < size(2, 12); round++) {
    const stock = Array.from({ length: 3 }, () => random.integer(1, 12))
    const variantIds = await stocked(...stock)
    const wishes = Array.from({ length: random.integer(20, 50) }, () =>
      variantIds
        .filter(() => random.next() < 0.7)
        .sort(() => random.next() - 0.5)
        .map((variantId) => ({ variantId, quantity: random.integer(1, Math.min(2, stock[variantIds.indexOf(variantId)] ?? 1)) })),
    ).filter((lines) => lines.length > 0)
    const carts = await inTurns(wishes, 32, (lines) => fillCart(url, lines))
    const answers = await Promise.all(carts.map(({ token, cart }) => place(url, token, cart)))

    expect(
      [...new Set(answers.filter(({ status }) => status !== 201).map(({ json }) => json.code))].filter((code) => code !== 'out_of_stock'),
    ).toEqual([])
    for (const [index, variantId] of variantIds.entries()) {
      const sold = answers.reduce((sum, { status }, shopper) => {
        const line = status === 201 ? wishes[shopper]?.find((wish) => wish.variantId === variantId) : undefined
        return sum + (line?.quantity ?? 0)
      }, 0)
      expect(await unitsLeft(variantId)).toEqual({ on_hand: stock[index], reserved: sold })
      expect(sold).toBeLessThanOrEqual(stock[index] ?? 0)
    }
    // No undersell: nobody was refused while everything that they wanted was still there.
    for (const [shopper, { status }] of answers.entries()) {
      if (status === 201) continue
      const isShort = await Promise.all(
        (wishes[shopper] ?? []).map(async ({ variantId, quantity }) => {
          const { on_hand, reserved } = await unitsLeft(variantId)
          return on_hand - reserved < quantity
        }),
      )
      expect(isShort).toContain(true)
    }
  }
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
})
