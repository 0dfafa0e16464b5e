import { expect, test, vi } from 'vitest'
import MyOrderPage from './page'

// The cached read needs Next; a number in small letters is led on before anything else is asked.
vi.mock('@/lib/catalog/cached', () => ({ getSettings: () => ({ locale: 'en-US', timeZone: 'UTC' }) }))

test('an order that is asked for in small letters is led to its one address', async () => {
  const page = MyOrderPage({ params: Promise.resolve({ number: 'hs-100029' }), searchParams: Promise.resolve({}) })
  await expect(page).rejects.toMatchObject({ digest: expect.stringContaining(';/account/orders/HS-100029;') })
})
