import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { limitFields } from '@/app/(admin)/admin/settings/settings-fields'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { makeUser } from '@/db/testing/world'
import { UndoChange } from '@/lib/audit/schemas'
import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { SetLimits } from '@/lib/core/request-limits'
import { followLimits } from '@/lib/platform/rate-limit/follow-limits'
import { policies } from '@/lib/platform/rate-limit/policies'
import { undoChange } from '@/lib/undo/undo-change'
import { saveLimits } from './limit-settings'
import { readLimits } from './read-limits'
import { SaveLimits } from './schemas'

let boss: Ctx
beforeAll(async () => {
  boss = { actor: { kind: 'user', userId: await makeUser(), role: 'admin' }, requestId: newId(), clientAddress: '127.0.0.1' }
  await followLimits()
})
afterEach(async () => {
  await save({})
})

const clerk = (...permissions: ('settings.read' | 'orders.read')[]): Ctx => ({
  ...boss,
  actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions },
})
const save = async (value: SetLimits, version?: string) =>
  saveLimits(boss, SaveLimits.parse({ version: version ?? (await readLimits(boss)).version, value }))
const undo = (id: string | null) => undoChange(boss, UndoChange.parse({ id }))
const setOf = async (name: keyof SetLimits) => (await readLimits(boss)).limits.find((limit) => limit.name === name)
const hour = (limit: number) => [{ limit, seconds: 3600 }]

test('what an administrator sets holds in this process a moment later, and undo takes it back', async () => {
  const { undo: id } = await save({ checkout: hour(25) })
  await expect.poll(() => policies.checkout.windows).toEqual(hour(25))
  expect(await setOf('checkout')).toMatchObject({
    windows: hour(25),
    usual: hour(10),
    set: hour(25),
    variable: 'RATE_LIMIT_CHECKOUT',
    is_fixed: false,
  })
  await undo(id)
  await expect.poll(() => policies.checkout.windows).toEqual(hour(10))
  expect(await setOf('checkout')).toMatchObject({ windows: hour(10), set: null })
})

test('other instances are told, and no page is made again for it', async () => {
  await save({ payments: hour(5) })
  const [told] = await database().execute(sql`select tags from invalidations order by id desc limit 1`)
  expect(told).toEqual({ tags: ['request_limits'] })
})

test('the activity log says what it was and what it became', async () => {
  const { undo: id } = await save({ payments: hour(5) })
  const [row] = await database().execute(sql`select action, subject_label as label, before, after from audit_log where id = ${id}`)
  expect(row).toEqual({ action: 'rate_limits.changed', label: 'Rate limits', before: {}, after: { payments: hour(5) } })
})

test('what is as the shop is delivered is not set: another release may deliver another', async () => {
  await save({ checkout: hour(10), payments: hour(5) })
  const [row] = await database().execute(sql`select rate_limits as set from settings`)
  expect(row).toEqual({ set: { payments: hour(5) } })
})

test('a save of an older version is refused with what holds now, and undo where it has moved on', async () => {
  const { version } = await readLimits(boss)
  const { undo: first } = await save({ payments: hour(30) }, version)
  const { code, options } = await refusalOf(save({ payments: hour(40) }, version))
  expect([code, options.extra?.version]).toEqual(['stale', (await readLimits(boss)).version])
  expect(options.extra?.changes).toContainEqual({ label: 'Paying', theirs: '30 in an hour' })
  expect(options.extra?.changes).toContainEqual({ label: 'Placing orders', theirs: '10 in an hour' })
  await save({ payments: hour(50) })
  expect((await refusalOf(undo(first))).code).toBe('stale')
})

test('who may not change settings does not, and who may not see them does not', async () => {
  const { version } = await readLimits(clerk('settings.read'))
  expect((await refusalOf(saveLimits(clerk('settings.read'), { version, value: {} }))).code).toBe('forbidden')
  expect((await refusalOf(readLimits(clerk('orders.read')))).code).toBe('forbidden')
})

test('reading is one statement', async () => {
  expect((await recordStatements(() => readLimits(boss))).statements).toHaveLength(1)
})

test('what a variable sets is not changed here, and what was set before the variable stays for when it is gone', async () => {
  await save({ coupons: hour(7), payments: hour(5) })
  const { isFixed } = policies.coupons
  try {
    policies.coupons.isFixed = true
    expect((await refusalOf(save({ coupons: hour(8) }))).options.errors).toEqual([
      { pointer: '/value/coupons', detail: 'RATE_LIMIT_COUPONS on the server sets this limit.' },
    ])
    await save({ coupons: hour(7), payments: hour(6) })
    expect(await setOf('coupons')).toMatchObject({ is_fixed: true, set: hour(7) })
  } finally {
    policies.coupons.isFixed = isFixed
  }
})

test('the lines of the form are read beside each other, and what is no number is refused where it stands', () => {
  const fields = { version: 'v', 'shop.limit': '9.000', 'shop.count': '1,5', 'shop.unit': 'hour' }
  expect(limitFields({ ...fields, 'shop.limit': '9000' })).toEqual({ version: 'v', value: { shop: [{ limit: 9000, seconds: 5400 }] } })
  const two = { version: 'v', 'payments.limit': ['1', ''], 'payments.count': ['2', '1'], 'payments.unit': ['day', 'week'] }
  expect(limitFields(two)).toEqual({ version: 'v', value: { payments: [{ limit: 1, seconds: 172_800 }, { limit: '', seconds: Number.NaN }] } }) // biome-ignore format: one line
  expect(SaveLimits.safeParse(limitFields(two)).error?.issues.map(({ path }) => path.join('/'))).toEqual([
    'value/payments/0/seconds',
    'value/payments/1/limit',
    'value/payments/1/seconds',
  ])
})
