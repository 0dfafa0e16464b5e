import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { type Actor, systemCtx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import AdminNotFound from './not-found'

const asking = vi.hoisted(() => ({ actor: null as Actor | null }))
vi.mock('@/app/(admin)/_parts/staff-ctx', () => ({ staffCtx: async () => ({ ...systemCtx('test'), actor: asking.actor }) }))

async function shownTo(actor: Actor): Promise<string> {
  asking.actor = actor
  return renderToStaticMarkup(await AdminNotFound())
}

test('an admin is told that it is not there; others, that it is not there or not theirs to see', async () => {
  const userId = newId<UserId>()
  const toAdmin = await shownTo({ kind: 'user', userId, role: 'admin' })
  expect(toAdmin).toContain('It may have been removed, or the address is not quite right.')
  expect(toAdmin).not.toMatch(/for you|your role|An admin can|To the shop/)
  const toStaff = await shownTo({ kind: 'user', userId, role: 'staff', permissions: [] })
  expect(toStaff).toMatch(/It is not there, or your role does not let you see it\. An admin can change .*To the dashboard/s)
  const toCustomer = await shownTo({ kind: 'user', userId, role: 'customer' })
  expect(toCustomer).toContain('It is not there, or it is not yours to see.')
  expect(toCustomer).not.toMatch(/admin can|To the dashboard/)
})
