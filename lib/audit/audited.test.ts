import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { transaction } from '@/db/transaction'
import type { Ctx, Role } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { requireUnmoved, type UndoHandler } from '@/lib/undo/handler'
import { undoChange } from '@/lib/undo/undo-change'
import { auditAsCsv } from './audit-as-csv'
import { audited } from './audited'
import { listColleagues } from './list-colleagues'
import { readAudit } from './read-audit'
import { AuditFilters, ListAudit } from './schemas'

async function member(role: Role, permissions?: StaffPermission[]): Promise<Ctx> {
  const userId = newId<UserId>()
  await database()
    .insert(users)
    .values({ id: userId, name: `Member ${userId}`, email: `${userId}@example.com`, role })
  return { actor: { kind: 'user', userId, role, ...(permissions ? { permissions } : {}) }, requestId: newId(), clientAddress: '203.0.113.9' }
}

const list = (ctx: Ctx, query: Record<string, unknown>) => readAudit(ctx, ListAudit.parse(query), new Set(['category.moved']))

/** A thing that has a version: the one row of the settings, whose name stands for a shelf's place. */
const shelf = async () => (await database().execute<{ shop_name: string }>(sql`select shop_name from settings`))[0]?.shop_name ?? ''
const move = (ctx: Ctx, to: string) =>
  transaction(async (tx) => {
    const before = await shelf()
    await tx.execute(sql`update settings set shop_name = ${to}`)
    return audited(tx, ctx, { action: 'category.moved', subject: { type: 'shelf', id: '1', label: 'Shelf 1' }, before, after: to, version: to })
  })

const handlers: Record<string, UndoHandler> = {
  'category.moved': {
    permission: 'settings.write',
    async revert(tx, _ctx, entry) {
      const now = await shelf()
      requireUnmoved(now, entry)
      await tx.execute(sql`update settings set shop_name = ${String(entry.before)}`)
      return { before: now, after: entry.before, version: String(entry.before) }
    },
  },
}

test('a change is written down with who, from where, and what it was and became, in the transaction of the change', async () => {
  const boss = await member('admin')
  const id = newId()
  await transaction(async (tx) => {
    audited(tx, boss, { action: 'product.changed', subject: { type: 'thing', id, label: 'A thing' }, before: { price: 1 }, after: { price: 2 } })
  })
  const failed = transaction(async (tx) => {
    audited(tx, boss, { action: 'product.changed', subject: { type: 'thing', id } })
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  const { data } = await list(boss, { subject_type: 'thing', subject_id: id })
  expect(data).toMatchObject([
    {
      action: 'product.changed',
      subject: { label: 'A thing' },
      before: { price: 1 },
      after: { price: 2 },
      address: '203.0.113.9',
      request_id: boss.requestId,
      is_undoable: false,
    },
  ])
  expect(data[0]?.actor_name).toMatch(/^Member /)
})

test('the log is paged by cursor in one statement, newest first, and is for who may see it', async () => {
  const boss = await member('admin')
  const subject = { type: 'page', id: newId() }
  for (const n of [1, 2, 3]) await transaction(async (tx) => void audited(tx, boss, { action: 'stock.adjusted', subject, after: n }))
  const query = { subject_type: 'page', subject_id: subject.id, page_size: '2' }
  const { result: first, statements } = await recordStatements(() => list(boss, query))
  expect(statements).toHaveLength(1)
  expect(first.data.map(({ after }) => after)).toEqual([3, 2])
  const second = await list(boss, { ...query, cursor: first.next_cursor })
  expect(second.data.map(({ after }) => after)).toEqual([1])
  expect((await refusalOf(list(await member('staff'), query))).code).toBe('forbidden')
  expect((await list(await member('staff', ['audit.read']), query)).data).toHaveLength(2)
})

test('a change is taken back once, while the thing has not moved on, and the undo can be undone', async () => {
  const boss = await member('admin')
  const start = await shelf()
  const moved = await move(boss, 'by the window')
  expect((await refusalOf(undoChange(await member('staff'), { id: moved }, handlers))).code).toBe('forbidden')
  const undone = await undoChange(boss, { id: moved }, handlers)
  expect(await shelf()).toBe(start)
  expect((await refusalOf(undoChange(boss, { id: moved }, handlers))).code).toBe('conflict')
  const { data } = await list(boss, { subject_type: 'shelf', page_size: '2' })
  expect(data).toMatchObject([
    { id: undone.id, undo_of: moved, is_undoable: true },
    { id: moved, undone_by: undone.id, is_undoable: false },
  ])
  await undoChange(boss, { id: undone.id }, handlers)
  expect(await shelf()).toBe('by the window')
  const again = await move(boss, 'by the door')
  await move(boss, 'in the cellar')
  expect((await refusalOf(undoChange(boss, { id: again }, handlers))).code).toBe('stale')
})

test('a customer is called by their name, which the log itself does not keep, until they are erased', async () => {
  const [boss, person] = [await member('admin'), await member('customer')]
  const id = person.actor.kind === 'user' ? person.actor.userId : newId<UserId>()
  await transaction(async (tx) => void audited(tx, boss, { action: 'customer.banned', subject: { type: 'customer', id } }))
  const labels = async () => (await list(boss, { subject_type: 'customer', subject_id: id })).data.map(({ subject }) => subject.label)
  expect(await labels()).toEqual([`Member ${id}`])
  await database().execute(sql`update users set erased_at = now() where id = ${id}`)
  expect(await labels()).toEqual([''])
  expect([...(await database().execute(sql`select subject_label from audit_log where subject_id = ${id}`))]).toEqual([{ subject_label: '' }])
})

test('a filter for what nobody can have done, or for nobody, is refused', () => {
  for (const query of [{ action: 'order.' }, { action: 'product.added' }, {}])
    expect([query, ListAudit.safeParse(query).success]).toEqual([query, true])
  for (const query of [{ action: 'zz' }, { action: 'order.zz' }, { action: 'order' }, { actor: 'zz' }])
    expect([query, ListAudit.safeParse(query).success]).toEqual([query, false])
})

test('the file has what the log has, by the same filters and for the same people', async () => {
  const boss = await member('admin')
  await transaction(async (tx) => {
    for (const price of [1, 2])
      audited(tx, boss, { action: 'product.threshold_changed', subject: { type: 'thing', id: newId(), label: '=1+1' }, after: { price } })
  })
  const file: string[] = []
  for await (const part of auditAsCsv(boss, AuditFilters.parse({ action: 'product.', actor: boss.actor.kind === 'user' ? boss.actor.userId : '' })))
    file.push(part)
  const lines = file.join('').trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain(`,product.threshold_changed,thing,`)
  expect(lines[1]).toContain(`'=1+1`)
  expect((await listColleagues(boss)).map(({ id }) => id)).toContain(boss.actor.kind === 'user' && boss.actor.userId)
  const clerk = await member('staff', [])
  expect((await refusalOf(Promise.resolve().then(() => auditAsCsv(clerk, {})))).code).toBe('forbidden')
  expect((await refusalOf(listColleagues(clerk))).code).toBe('forbidden')
})
