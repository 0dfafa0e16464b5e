import { expect, test } from 'vitest'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import type { UserId } from '@/lib/core/ids'
import { listNotifications } from './list-notifications'
import { markAllRead, markRead } from './mark-read'
import { notify } from './notify'
import { listPreferences, savePreferences } from './preferences'
import { ListNotifications, NotificationPage } from './schemas'

const ring = (userId: UserId, key: string, kind: 'order' | 'security' = 'order') =>
  transaction((tx) => notify(tx, { userId, kind, title: `About ${key}`, key }))

async function personWith(count: number) {
  const userId = await makeUser()
  for (let n = 0; n < count; n++) await ring(userId, `n${n}`)
  return { userId, ctx: signedIn(userId) }
}

const list = (ctx: Parameters<typeof listNotifications>[0], query: Record<string, unknown> = {}) =>
  listNotifications(ctx, ListNotifications.parse(query))

test('one cause rings once, also twenty times at once', async () => {
  const { userId, ctx } = await personWith(0)
  await Promise.all(Array.from({ length: 20 }, () => ring(userId, 'order.shipped:1')))
  expect((await list(ctx)).data).toHaveLength(1)
})

test('pages by cursor are complete and newest first, and what was read is no longer counted', async () => {
  const { ctx } = await personWith(5)
  const first = NotificationPage.parse(await list(ctx, { page_size: 3 }))
  const second = await list(ctx, { page_size: 3, cursor: first.next_cursor })
  expect([...first.data, ...second.data].map(({ title }) => title)).toEqual(['About n4', 'About n3', 'About n2', 'About n1', 'About n0'])
  expect((await list(ctx, { page_size: 3, cursor: second.prev_cursor })).data).toEqual(first.data)
  const [newest] = first.data
  if (!newest) throw new Error('There is nothing to read')
  expect(await markRead(ctx, newest)).toEqual({ unread: 4 })
  expect(await markRead(ctx, newest)).toEqual({ unread: 4 })
  expect((await list(ctx, { unread: 'true' })).data).toHaveLength(4)
  expect(await markAllRead(ctx)).toEqual({ unread: 0 })
})

test('notifications of others are neither seen nor marked', async () => {
  const { ctx } = await personWith(1)
  const [theirs] = (await list(ctx)).data
  if (!theirs) throw new Error('There is nothing to read')
  const eve = signedIn(await makeUser())
  expect((await list(eve)).data).toEqual([])
  expect((await refusalOf(markRead(eve, theirs))).code).toBe('not_found')
  expect((await refusalOf(list(guest()))).code).toBe('unauthenticated')
  expect((await list(ctx)).unread).toBe(1)
})

test('a kind that was switched off does not ring; safety always does', async () => {
  const { userId, ctx } = await personWith(0)
  await savePreferences(ctx, { preferences: [{ kind: 'order', channel: 'bell', is_on: false }] })
  expect((await listPreferences(ctx)).data).toContainEqual({ kind: 'order', channel: 'bell', is_on: false, is_fixed: false })
  await ring(userId, 'a')
  await ring(userId, 'b', 'security')
  expect((await list(ctx)).data.map(({ kind }) => kind)).toEqual(['security'])
  const refusal = await refusalOf(savePreferences(ctx, { preferences: [{ kind: 'security', channel: 'email', is_on: false }] }))
  expect(refusal.options.errors?.[0]?.pointer).toBe('/preferences/0/is_on')
})

test('the list costs one statement', async () => {
  const { ctx } = await personWith(2)
  expect((await recordStatements(() => list(ctx))).statements).toHaveLength(1)
})
