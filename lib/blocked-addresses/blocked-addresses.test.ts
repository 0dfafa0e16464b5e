import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { type Ctx, type Role, systemCtx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { blockOf } from '@/lib/platform/rate-limit/blocked'
import { undoChange } from '@/lib/undo/undo-change'
import { blockAddress } from './block-address'
import { listBlockedAddresses } from './list-blocked-addresses'
import { BlockAddress, ListBlockedAddresses } from './schemas'
import { unblockAddress } from './unblock-address'

const shop = systemCtx('test')
const somebody = (role: Role): Ctx => ({
  actor: { kind: 'user', userId: newId<UserId>(), role },
  requestId: newId(),
  clientAddress: '198.51.100.9',
})
const guest: Ctx = { actor: { kind: 'guest', sessionKey: null }, requestId: newId(), clientAddress: '198.51.100.9' }
const block = (address: string, more: Partial<BlockAddress> = {}) => blockAddress(shop, BlockAddress.parse({ address, ...more }))
const list = (input: Partial<ListBlockedAddresses> = {}) => listBlockedAddresses(shop, ListBlockedAddresses.parse(input))

test('an administrator blocks an address, finds it in the list and lets it in again', async () => {
  const { undo: _, ...blocked } = await block('203.0.113.20', { hours: 2, note: 'copies our pictures' })
  expect(blocked).toMatchObject({ address: '203.0.113.20', reason: 'by_hand', violations: null, note: 'copies our pictures' })
  expect(Date.parse(blocked.blocked_until) - Date.parse(blocked.blocked_at)).toBe(2 * 3_600_000)
  expect(blockOf('203.0.113.20', Date.now())).toEqual({ untilMs: Date.parse(blocked.blocked_until), sparesSignedIn: false })
  expect((await list()).data).toContainEqual(blocked)

  expect(await unblockAddress(shop, { address: '203.0.113.20' })).toMatchObject({ address: '203.0.113.20' })
  expect(blockOf('203.0.113.20', Date.now())).toBeUndefined()
  expect((await list()).data.map(({ address }) => address)).not.toContain('203.0.113.20')
  expect((await refusalOf(unblockAddress(shop, { address: '203.0.113.20' }))).code).toBe('not_found')
})

test('any address of an IPv6 household stands for its /64', async () => {
  expect((await block('2001:db8:aa:bb::17')).address).toBe('2001:db8:aa:bb::/64')
  expect(await unblockAddress(shop, { address: '2001:db8:aa:bb:1:2:3:4' })).toMatchObject({ address: '2001:db8:aa:bb::/64' })
})

test('a block can be made longer and shorter', async () => {
  await block('203.0.113.21', { hours: 48 })
  const { undo: _, ...shorter } = await block('203.0.113.21', { hours: 1 })
  expect((await list()).data.find(({ address }) => address === '203.0.113.21')).toEqual(shorter)
})

test('the list goes on by cursor, each address once', async () => {
  const made = ['203.0.113.30', '203.0.113.31', '203.0.113.32', '203.0.113.33', '203.0.113.34']
  for (const address of made) await block(address, { hours: 500 })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ page_size: 2, cursor })
    seen.push(...page.data.map(({ address }) => address))
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((address) => made.includes(address)).sort()).toEqual(made)
  expect((await refusalOf(list({ cursor: 'made-up' }))).code).toBe('invalid_input')
})

test('what is no address, one’s own, and one that the shop trusts is not blocked', async () => {
  for (const wrong of ['nonsense', '203.0.113.0/24', '2001:db8::/32'])
    expect([wrong, (await refusalOf(block(wrong))).code]).toEqual([wrong, 'invalid_input'])
  const own = await refusalOf(blockAddress(somebody('admin'), BlockAddress.parse({ address: '198.51.100.9' })))
  expect([own.code, own.options.detail]).toEqual(['conflict', 'This is the address that you use yourself at this moment.'])
  expect((await refusalOf(block('::1'))).code).toBe('conflict')
})

test('only administrators may', async () => {
  const asked = (ctx: Ctx) => [
    listBlockedAddresses(ctx, ListBlockedAddresses.parse({})),
    blockAddress(ctx, BlockAddress.parse({ address: '203.0.113.40' })),
    unblockAddress(ctx, { address: '203.0.113.40' }),
  ]
  for (const [ctx, code] of [
    [guest, 'unauthenticated'],
    [somebody('customer'), 'forbidden'],
    [somebody('staff'), 'forbidden'],
  ] as const) {
    for (const refused of asked(ctx)) expect((await refusalOf(refused)).code).toBe(code)
  }
})

test('the list is one statement, a change is one beside the line in the log of who did what', async () => {
  const address = '203.0.113.50'
  const runs: [number, () => Promise<unknown>][] = [
    [2, () => block(address)],
    [1, () => list()],
    [2, () => unblockAddress(shop, { address })],
  ]
  for (const [most, run] of runs) {
    const { statements } = await recordStatements(run)
    expect(statements).toHaveLength(most)
  }
  const written = await database().execute<{ action: string; subject_label: string }>(sql`
    select action, subject_label from audit_log where subject_id = ${address} order by id`)
  expect([...written]).toEqual([
    { action: 'network_address.blocked', subject_label: address },
    { action: 'network_address.unblocked', subject_label: address },
  ])
})

test('a block, and what it replaced, come back by undo, here at once; what moved on since does not, nor a block of oneself', async () => {
  const address = '203.0.113.60'
  const admin = somebody('admin')
  const until = () => blockOf(address, Date.now())?.untilMs
  const first = await block(address, { hours: 5 })
  const second = await block(address, { hours: 1 })
  expect((await refusalOf(undoChange(admin, { id: first.undo }))).code).toBe('stale')
  await undoChange(admin, { id: second.undo })
  expect(until()).toBe(Date.parse(first.blocked_until))
  const { undo } = await unblockAddress(shop, { address })
  expect(until()).toBeUndefined()
  expect((await refusalOf(undoChange({ ...admin, clientAddress: address }, { id: undo }))).code).toBe('conflict')
  await undoChange(admin, { id: undo })
  expect((await list()).data.find((one) => one.address === address)).toMatchObject({ blocked_until: first.blocked_until, reason: 'by_hand' })
  const fresh = await block('203.0.113.61')
  await undoChange(admin, { id: fresh.undo })
  expect(blockOf('203.0.113.61', Date.now())).toBeUndefined()
})
