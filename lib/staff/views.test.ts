import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { actorOf, type Ctx } from '@/lib/core/context'
import { makeAccount, visitor } from '@/lib/customers/testing'
import { requireUser } from '@/lib/platform/auth/can'
import { findSession } from '@/lib/platform/auth/find-session'
import { chooseColumns } from './choose-columns'
import { keptQuery } from './kept-query'
import { viewsAlong, viewsOf } from './read-views'
import { changeView, removeView, saveView } from './save-view'
import { type ViewArea, viewAreas } from './view-areas'
import { MAX_VIEWS, SaveView } from './view-schemas'

const orders: ViewArea = '/admin/orders'

/** Somebody who works here, as each request of theirs to a list begins. */
async function colleague() {
  const { email, token } = await makeAccount()
  await database().update(users).set({ role: 'staff' }).where(eq(users.email, email))
  return async (area = orders): Promise<Ctx> => {
    const session = await findSession(token, { along: viewsAlong(area) })
    if (!session) throw new Error('The session is over')
    return visitor({ session, actor: actorOf(session) })
  }
}

const dismiss = (ctx: Ctx) =>
  database()
    .update(users)
    .set({ role: 'customer' })
    .where(eq(users.id, requireUser(ctx)))

const toSend = (more: Partial<SaveView> = {}) => SaveView.parse({ area: orders, name: 'To send', query: 'status=paid', hidden_columns: [], ...more })

test('a view is saved, found with the session in one statement, renamed, updated and deleted', async () => {
  const open = await colleague()
  const { id } = await saveView(await open(), toSend({ hidden_columns: ['Items'] }))
  await saveView(await open(), toSend({ name: 'A long wait', query: 'to=2026-01-01&sort=-total' }))
  const { result: ctx, statements } = await recordStatements(() => open())
  expect(statements).toHaveLength(1)
  expect(viewsOf(ctx)).toEqual({
    views: [
      { id: expect.any(String), name: 'A long wait', query: 'sort=-total&to=2026-01-01', hidden_columns: [] },
      { id, name: 'To send', query: 'status=paid', hidden_columns: ['Items'] },
    ],
    hidden: [],
  })
  expect(viewsOf(await open('/admin/products')).views).toEqual([])
  await changeView(ctx, { id, name: 'Paid' })
  await changeView(ctx, { id, query: 'payment_status=paid' })
  expect(viewsOf(await open()).views[1]).toMatchObject({ name: 'Paid', query: 'payment_status=paid', hidden_columns: ['Items'] })
  expect(await removeView(ctx, { id })).toMatchObject({ name: 'Paid', hidden_columns: ['Items'] })
  expect((await refusalOf(removeView(ctx, { id }))).code).toBe('not_found')
})

test('columns are kept for each view and for the list as it begins, and are no view themselves', async () => {
  const open = await colleague()
  const ctx = await open()
  const { id } = await saveView(ctx, toSend())
  await chooseColumns(ctx, { area: orders, hidden_columns: ['Items'] })
  await chooseColumns(ctx, { area: orders, hidden_columns: ['Items', 'Placed'] })
  await chooseColumns(ctx, { area: orders, view: id, hidden_columns: ['Payment'] })
  expect(viewsOf(await open())).toMatchObject({ views: [{ id, hidden_columns: ['Payment'] }], hidden: ['Items', 'Placed'] })
})

test('nobody reads, changes or deletes the views of somebody else, and a customer has none', async () => {
  const [open, openOther] = [await colleague(), await colleague()]
  const { id } = await saveView(await open(), toSend())
  const other = await openOther()
  expect(viewsOf(other)).toEqual({ views: [], hidden: [] })
  for (const refused of [
    () => changeView(other, { id, name: 'Mine' }),
    () => removeView(other, { id }),
    () => chooseColumns(other, { area: orders, view: id, hidden_columns: ['Items'] }),
  ]) {
    expect((await refusalOf(refused())).code).toBe('not_found')
  }
  expect(viewsOf(await open()).views).toMatchObject([{ id, name: 'To send', hidden_columns: [] }])
  await dismiss(await open())
  const former = await open()
  expect(viewsOf(former).views).toEqual([])
  expect((await refusalOf(removeView(former, { id }))).code).toBe('forbidden')
})

test('who may not read a list keeps no view of it', async () => {
  const ctx = await (await colleague())()
  const clerk: Ctx = { ...ctx, actor: { kind: 'user', userId: requireUser(ctx), role: 'staff', permissions: [] } }
  for (const area of Object.keys(viewAreas) as ViewArea[]) {
    expect([area, (await refusalOf(saveView(clerk, toSend({ area })))).code]).toEqual([area, 'forbidden'])
    expect([area, (await refusalOf(chooseColumns(clerk, { area, hidden_columns: [] }))).code]).toEqual([area, 'forbidden'])
  }
})

test('a name is there once, a list keeps thirty views, and not one more when five are saved at once', async () => {
  const ctx = await (await colleague())()
  const { id } = await saveView(ctx, toSend())
  expect((await refusalOf(saveView(ctx, toSend({ name: 'TO SEND' })))).options.errors).toMatchObject([{ pointer: '/name' }])
  const other = await saveView(ctx, toSend({ name: 'Other' }))
  expect((await refusalOf(changeView(ctx, { id: other.id, name: 'to send' }))).options.errors).toMatchObject([{ pointer: '/name' }])
  await Promise.all(Array.from({ length: MAX_VIEWS - 3 }, (_, count) => saveView(ctx, toSend({ name: `View ${count}` }))))
  const settled = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((name) => saveView(ctx, toSend({ name }))))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await removeView(ctx, { id })
  await saveView(ctx, toSend())
})

test('a view keeps filters and order alone, in one spelling; a name that says nothing is refused', () => {
  expect(keptQuery('view=1&status=paid&cursor=abc&q=&page_size=50&from=2026-01-01&task=2')).toBe('from=2026-01-01&status=paid')
  expect(toSend({ query: '?status=paid&from=2026-01-01' as string }).query).toBe(keptQuery('from=2026-01-01&status=paid'))
  for (const wrong of [
    { name: ' ' },
    { name: '\u200b' },
    { name: 'ALL' },
    { name: 'x'.repeat(41) },
    { query: 'q='.padEnd(2_001, 'x') },
    { area: '/admin/team' },
  ]) {
    expect([wrong, SaveView.safeParse({ ...toSend(), ...wrong }).success]).toEqual([wrong, false])
  }
})
