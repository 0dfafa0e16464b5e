import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { action } from './action'
import { idle } from './action-state'

vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }), cookies: async () => new Map() }))
vi.mock('next/navigation', () => ({
  redirect: (address: string) => {
    throw new Error(`to ${address}`)
  },
  unstable_rethrow: () => {},
}))

test('the address after a success is made of what was parsed: the fields as sent may hold what no header can', async () => {
  const Removal = z.strictObject({ quantity: z.coerce.number().int() })
  const remove = action(Removal, async () => 'done', { redirectTo: (_, { quantity }) => `/cart?quantity=${quantity}` })
  const form = new FormData()
  form.append('quantity', '\u000b1\u2028')
  await expect(remove(idle, form)).rejects.toThrow('to /cart?quantity=1')
})
