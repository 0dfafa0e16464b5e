import { expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { placeOrder } from '@/lib/checkout/place-order'
import { buy, fillCart, orderFor } from '@/lib/checkout/testing'
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

test('names and streets in Greek, Cyrillic and Vietnamese are on it, and a document carries no letters that it does not use', async () => {
  const { variantId } = await makeProduct(await makeCategory(), { stock: 5 })
  const fontsOf = async (full_name: string, line1: string) => {
    const shopper = guest()
    const order = orderFor(await fillCart(shopper, [{ variantId, quantity: 1 }]))
    const placed = await placeOrder(shopper, { ...order, shipping_address: { ...order.shipping_address, full_name, line1 } })
    await receiveMoney(placed)
    const pdf = Buffer.from(await (await ask(placed.number, placed.access_token)).arrayBuffer())
    return [...new Set([...pdf.toString('latin1').matchAll(/BaseFont \/[A-Z]+\+(\w+)/g)].map(([, name]) => name))]
  }
  expect(await fontsOf('Ada Lovelace', 'Łódzka 1')).toEqual(['Figtree'])
  expect(await fontsOf('Олена Ковальчук', '12 Market Street')).toEqual(['Figtree', 'NotoSans'])
  expect(await fontsOf('Ελένη', 'Ελευθερίου Βενιζέλου 5')).toEqual(['Figtree', 'NotoSans'])
  expect(await fontsOf('Ngọc Diễm', '5 Phố Huế')).toEqual(['Figtree', 'NotoSans'])
})
