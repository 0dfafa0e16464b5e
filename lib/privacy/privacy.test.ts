import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { tokenMailed } from '@/db/testing/mailed'
import { refusalOf } from '@/db/testing/refusals'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProduct, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { addAddress } from '@/lib/addresses/save-address'
import { AddAddress } from '@/lib/addresses/schemas'
import { saveContact } from '@/lib/cart/save-contact'
import { viewCart } from '@/lib/cart/view-cart'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { confirmEmailChange } from '@/lib/customers/confirm-email-change'
import { requestEmailChange } from '@/lib/customers/request-email-change'
import { signInBrowser } from '@/lib/customers/sign-in'
import { makeAccount, nextRequest, PASSWORD, visitor } from '@/lib/customers/testing'
import { taskRunners } from '@/lib/jobs/task-runners'
import { notify } from '@/lib/notifications/notify'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { confirmPaidOrder } from '@/lib/orders/confirm-order'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import { receiveMoney } from '@/lib/orders/testing'
import { requireUser } from '@/lib/platform/auth/can'
import { storage } from '@/lib/platform/storage/storage'
import { requestReturn } from '@/lib/returns/request-return'
import { RequestReturn } from '@/lib/returns/schemas'
import { writeReview } from '@/lib/reviews/write-review'
import { Subscribe } from '@/lib/subscriptions/schemas'
import { subscribe } from '@/lib/subscriptions/subscribe'
import { cancelTask } from '@/lib/tasks/cancel-task'
import { findTask } from '@/lib/tasks/require-task'
import { runTasks, type Work } from '@/lib/tasks/run-tasks'
import { beginExport } from './begin-export'
import { eraseMyAccount } from './erase-my-account'
import { exportPrefix } from './exports'
import { forgetOldExports } from './forget-exports'
import { makeExport } from './make-export'
import { openExport } from './open-export'
import { sections } from './sections'

const shop = systemCtx('test')
let lamp: WorldProduct
beforeAll(async () => {
  lamp = await makeProduct(await makeCategory(), { stock: 100 })
})

/** A person whose name is nowhere else in the database, with something of everything. */
async function personWithEverything() {
  const marker = `zq${newId().slice(-12)}`
  const { email, token } = await makeAccount(`${marker}@example.com`)
  const ctx = await nextRequest(token)
  const home = { full_name: `Ada ${marker}`, line1: `${marker} Street 1`, city: 'New York', region: 'NY', postal_code: '10001', country: 'US' }
  await addAddress(ctx, AddAddress.parse(home))
  const order = await placeOrder(
    { ...ctx, idempotencyKey: newId() },
    orderFor(await fillCart(ctx, [{ variantId: lamp.variantId, quantity: 2 }]), { email, shipping_address: { ...home, line2: null, phone: null } }),
  )
  await receiveMoney(order)
  await shipOrder(shop, order)
  await deliverOrder(shop, order)
  await requestReturn(
    ctx,
    RequestReturn.parse({
      number: order.number,
      note: marker,
      lines: [{ order_item_id: order.lines[0]?.id, quantity: 1, reason: 'other', note: marker }],
    }),
  )
  await fillCart(ctx, [{ variantId: lamp.variantId, quantity: 1 }])
  await writeReview(ctx, { slug: lamp.slug, rating: 5, title: 'Bright and warm', body: 'It has stood on my desk for a week and I like it.' })
  if (ctx.actor.kind === 'user') {
    const { userId } = ctx.actor
    await transaction((tx) => notify(tx, { userId, kind: 'order', title: `For ${marker}`, key: newId() }))
  }
  return { marker, email, ctx, order, token }
}

/** Tables in which the text stands in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database().execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await database().execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} t where lower(t::text) like ${`%${text}%`}`,
    )
    if (row?.count) found.push(name)
  }
  return found
}

/** The files of the ZIP that a person is given, by name. */
async function exportedFiles(ctx: Ctx): Promise<Record<string, string>> {
  made.add(userOf(ctx))
  const { id } = await beginExport(ctx)
  await runTasks(taskRunners)
  const zip = new Uint8Array(await new Response((await openExport(ctx, { id })).body).arrayBuffer())
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function filesOf(userId: UserId): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage().list(exportPrefix(userId))) keys.push(key)
  return keys
}

const userOf = (ctx: Ctx): UserId => requireUser(ctx)

const made = new Set<UserId>()
afterAll(async () => {
  for (const userId of made) for (const key of await filesOf(userId)) await storage().delete(key)
})

const erase = (ctx: Ctx, current_password = PASSWORD) => eraseMyAccount(ctx, { current_password, confirmation: 'ERASE' })

test('after erasing no table says who it was, and the books still add up', async () => {
  const { marker, ctx, order, email } = await personWithEverything()
  expect((await tablesWith(marker)).length).toBeGreaterThan(5)
  await erase(ctx)
  expect(await tablesWith(marker)).toEqual([])
  const [kept] = await database().execute(sql`select status, total_minor, shipping_address->>'country' as country from orders where id = ${order.id}`)
  expect(kept).toMatchObject({ status: 'delivered', total_minor: order.totals.total.amount, country: 'US' })
  expect((await refusalOf(signInBrowser(visitor(), { email, password: PASSWORD }))).code).toBe('unauthenticated')
})

test('an order that the person placed as a guest, after they signed in last, is exported and erased with the rest', async () => {
  const { marker, email, ctx } = await personWithEverything()
  const home = {
    full_name: `Ada ${marker}`,
    line1: `${marker} Street 1`,
    line2: null,
    city: 'New York',
    region: 'NY',
    postal_code: '10001',
    country: 'US',
    phone: null,
  }
  const visit = guest()
  const cart = await fillCart(visit, [{ variantId: lamp.variantId, quantity: 1 }])
  await saveContact(visit, { email, marketing_consent: false })
  const order = await placeOrder({ ...visit, idempotencyKey: newId() }, orderFor(cart, { email, shipping_address: home }))
  await receiveMoney(order)
  await shipOrder(shop, order)
  expect(JSON.parse((await exportedFiles(ctx))['orders.json'] ?? '')).toContainEqual(expect.objectContaining({ order_number: order.number }))
  await erase(ctx)
  expect(await tablesWith(marker)).toEqual([])
})

test('what was mailed to an address that the person has given up goes, too, with what was asked for under it', async () => {
  const { marker, email, token } = await personWithEverything()
  const visit = guest()
  const order = await placeOrder(
    { ...visit, idempotencyKey: newId() },
    orderFor(await fillCart(visit, [{ variantId: lamp.variantId, quantity: 1 }]), { email }),
  )
  await receiveMoney(order)
  await confirmPaidOrder(shop, { orderNumber: order.number })
  await shipOrder(shop, order)
  await subscribe(guest(), Subscribe.parse({ kind: 'price_drop', variant_id: lamp.variantId, email }))
  const next = `${newId()}@example.com`
  await requestEmailChange(await nextRequest(token), { email: next, current_password: PASSWORD })
  await confirmEmailChange(await nextRequest(token), { token: await tokenMailed(next, 'email_change_confirm') })
  await erase(await nextRequest(token))
  expect(await tablesWith(marker)).toEqual([])
  expect(await tablesWith(next)).toEqual([])
})

test('of erasing and buying at once, the erased person never has an order with their name', async () => {
  for (let round = 0; round < 6; round++) {
    const { marker, ctx, email } = await personWithEverything()
    const cart = await viewCart(ctx)
    const order = { ...ctx, idempotencyKey: newId() }
    const [erased] = await Promise.allSettled([erase(ctx), placeOrder(order, orderFor(cart, { email }))])
    if (erased.status === 'fulfilled') expect(await tablesWith(marker)).toEqual([])
  }
})

test('a wrong password, a guest or an order that is not finished erases nothing', async () => {
  const { ctx, marker } = await personWithEverything()
  expect((await refusalOf(erase(ctx, 'not my password'))).code).toBe('invalid_input')
  expect((await refusalOf(erase(guest()))).code).toBe('unauthenticated')
  const open = await placeOrder(ctx, orderFor(await fillCart(ctx, [{ variantId: lamp.variantId, quantity: 1 }])))
  expect((await refusalOf(erase(ctx))).message).toMatch(open.number)
  expect((await tablesWith(marker)).length).toBeGreaterThan(5)
  await cancelOrder(ctx, { number: open.number })
  await erase(ctx)
})

test('the right password is never counted as a wrong one, also when an open order is in the way', async () => {
  const { ctx, email } = await personWithEverything()
  await placeOrder(ctx, orderFor(await fillCart(ctx, [{ variantId: lamp.variantId, quantity: 1 }])))
  for (let i = 0; i < 7; i++) expect((await refusalOf(erase(ctx))).code).toBe('conflict')
  expect(await signInBrowser(visitor({ clientAddress: ctx.clientAddress }), { email, password: PASSWORD })).toBeDefined()
})

test('the export holds everything of one person, as JSON and as CSV, and nothing of others or secret', async () => {
  const [ada, eve] = [await personWithEverything(), await personWithEverything()]
  const files = await exportedFiles(ada.ctx)
  expect(Object.keys(files).sort()).toEqual(sections.flatMap(({ name }) => [`${name}.csv`, `${name}.json`]).sort())
  const all = Object.values(files).join('\n')
  expect(all).toContain(ada.marker)
  expect(all).not.toContain(eve.marker)
  expect(all).not.toContain('$argon2')
  expect(all).not.toContain(ada.ctx.session?.token)
  expect(JSON.parse(files['orders.json'] ?? '')).toMatchObject([{ order_number: ada.order.number }])
  expect(files['orders.csv']?.split('\n')[0]).toContain('order_number')
  for (const name of ['profile', 'addresses', 'order_items', 'reviews', 'returns', 'cart', 'devices', 'mails', 'notifications']) {
    expect([name, JSON.parse(files[`${name}.json`] ?? '[]').length]).not.toEqual([name, 0])
  }
})

test('a list with nothing in it still says of what there is nothing', async () => {
  const { token } = await makeAccount()
  const ctx = await nextRequest(token)
  const files = await exportedFiles(ctx)
  expect(files['orders.csv']?.split('\n')).toEqual([expect.stringMatching(/^id,order_number,email,/), ''])
  for (const { name } of sections) expect([name, files[`${name}.csv`]?.includes('id,')]).toEqual([name, true])
  expect(files['orders.json']).toBe('[]\n')
})

test('a cell that a spreadsheet would run as a formula is made harmless', async () => {
  const { ctx } = await personWithEverything()
  await database().execute(sql`update users set name = '=HYPERLINK("http://evil.example")' where id = ${ctx.session?.userId ?? null}`)
  expect((await exportedFiles(ctx))['profile.csv']).toMatch(/'=HYPERLINK/)
})

test('a long list is exported in pages without a gap', async () => {
  const { ctx } = await personWithEverything()
  await database().execute(sql`
    insert into notifications (id, user_id, kind, title, key) select gen_random_uuid(), ${ctx.session?.userId ?? null}, 'order', 'n', 'k' || n from generate_series(1, 1200) n`)
  const ids = (JSON.parse((await exportedFiles(ctx))['notifications.json'] ?? '') as { id: string }[]).map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(1_200)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an export is one at a time, for its owner alone, and gone after three days or with the account', async () => {
  const [ada, eve] = [await personWithEverything(), await personWithEverything()]
  const task = await beginExport(ada.ctx)
  expect((await beginExport(ada.ctx)).id).toBe(task.id)
  expect((await refusalOf(openExport(ada.ctx, task))).code).toBe('not_found')
  await exportedFiles(ada.ctx)
  expect(await findTask(ada.ctx, task)).toMatchObject({ status: 'done', result: { path: `/api/v1/me/exports/${task.id}` } })
  for (const attempt of [openExport, findTask, cancelTask]) expect((await refusalOf(attempt(eve.ctx, task))).code).toBe('not_found')
  expect((await refusalOf(openExport(guest(), task))).code).toBe('unauthenticated')

  await database().execute(sql`
    update tasks set result = jsonb_set(result, '{expires_at}', to_jsonb(now() - interval '1 minute')) where id = ${task.id}`)
  expect((await refusalOf(openExport(ada.ctx, task))).code).toBe('not_found')

  await exportedFiles(ada.ctx)
  expect(await filesOf(userOf(ada.ctx))).toHaveLength(2)
  await forgetOldExports()
  expect(await filesOf(userOf(ada.ctx))).toHaveLength(2)
  await erase(ada.ctx)
  expect(await filesOf(userOf(ada.ctx))).toEqual([])
})

test('an export that is stopped, or whose person is erased meanwhile, leaves no file', async () => {
  for (const stop of ['cancel', 'erase'] as const) {
    const { ctx } = await personWithEverything()
    const task = await beginExport(ctx)
    const stopMidway =
      (work: Work): Work['progress'] =>
      async (done, total) => {
        if (done > 0) await (stop === 'cancel' ? cancelTask(ctx, task) : erase(ctx))
        // A total that is new is written at once, and the answer heard.
        await work.progress(done, (total ?? 0) + done + 1)
      }
    await runTasks({ ...taskRunners, export_my_data: (system, work) => makeExport(system, { ...work, progress: stopMidway(work) }) })
    expect([stop, await filesOf(userOf(ctx))]).toEqual([stop, []])
    if (stop === 'cancel') expect((await findTask(ctx, task)).status).toBe('cancelled')
  }
})
