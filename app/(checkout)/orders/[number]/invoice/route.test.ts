import { expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { buy } from '@/lib/checkout/testing'
import { receiveMoney } from '@/lib/orders/testing'
import { readSettings } from '@/lib/settings/read-settings'
import { GET } from './route'

// The cached read needs Next; what it caches does not.
vi.mock('@/lib/catalog/cached', () => ({ getSettings: () => readSettings(database()) }))

const ask = (number: string, token?: string) =>
  GET(new Request(`http://localhost:3000/orders/${number}/invoice${token ? `?t=${token}` : ''}`), { params: Promise.resolve({ number }) })

test('a paid order has an invoice for who has its link, and for nobody else', async () => {
  const { variantId } = await makeProduct(await makeCategory(), { stock: 5 })
  const order = await buy(guest(), [{ variantId, quantity: 2 }])
  expect((await ask(order.number, order.access_token)).status).toBe(409)
  await receiveMoney(order)
  expect((await ask(order.number)).status).toBe(404)
  expect((await ask(order.number, 'guessed')).status).toBe(404)
  const response = await ask(order.number, order.access_token)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  const pdf = Buffer.from(await response.arrayBuffer())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(10_000)
})
