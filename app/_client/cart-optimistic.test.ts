import { expect, test } from 'vitest'
import type { CartLine, CartView } from '@/lib/cart/schemas'
import { withQuantity } from './cart-optimistic'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const line = (id: string, quantity: number, price: number, more: Partial<CartLine> = {}) =>
  ({ id, quantity, price: usd(price), line_total: usd(price * quantity), available: 10, notices: [], ...more }) as unknown as CartLine
const cart = (...lines: CartLine[]) => ({ lines, count: 0, totals: { subtotal: usd(0) } }) as unknown as CartView

test('a changed quantity changes line, count and subtotal', () => {
  const after = withQuantity(cart(line('lamp', 1, 2000), line('mug', 2, 500)), 'lamp', 3)
  expect(after.lines[0]?.line_total).toEqual(usd(6000))
  expect(after.count).toBe(5)
  expect(after.totals.subtotal).toEqual(usd(7000))
})

test('a quantity of nothing takes the line out', () => {
  const after = withQuantity(cart(line('lamp', 1, 2000), line('mug', 2, 500)), 'lamp', 0)
  expect(after.lines.map(({ id }) => id)).toEqual(['mug'])
  expect(after.count).toBe(2)
})

test('the notice about stock goes once the quantity fits, and stays while it does not', () => {
  const short = line('lamp', 9, 2000, { available: 3, notices: ['quantity_above_stock', 'price_up'] })
  expect(withQuantity(cart(short), 'lamp', 3).lines[0]?.notices).toEqual(['price_up'])
  expect(withQuantity(cart(short), 'lamp', 5).lines[0]?.notices).toEqual(['quantity_above_stock', 'price_up'])
})
