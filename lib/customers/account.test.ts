import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { mailed, tokenMailed } from '@/db/testing/mailed'
import { refusalOf } from '@/db/testing/refusals'
import { systemCtx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { findSession } from '@/lib/platform/auth/find-session'
import { banUser } from './ban-user'
import { changePassword } from './change-password'
import { confirmEmailChange } from './confirm-email-change'
import { endOtherSessions, endSession } from './end-session'
import { findCustomerStatistics } from './find-customer-statistics'
import { findCustomersByIds } from './find-customers-by-ids'
import { listSessions } from './list-sessions'
import { requestEmailChange } from './request-email-change'
import { requestPasswordReset } from './request-password-reset'
import { resetPassword } from './reset-password'
import { UpdateMe } from './schemas'
import { searchCustomers } from './search-customers'
import { setRole } from './set-role'
import { signIn } from './sign-in'
import { SearchCustomers } from './staff-schemas'
import { makeAccount, nextRequest, PASSWORD, signInAgain, tokenOf, visitor } from './testing'
import { updateCustomers } from './update-customers'
import { updateMe } from './update-me'

const shop = systemCtx('test')
const bellOf = async (token: string) => (await listNotifications(await nextRequest(token), { page_size: 20 })).data.map(({ title }) => title)
const idOf = async (token: string) => (await findSession(token))?.userId as UserId

test('a changed password gives this device a new token, signs all others out, and is told by mail and bell', async () => {
  const { email, token } = await makeAccount()
  const other = await signInAgain(email)
  const ctx = await nextRequest(token)
  await changePassword(ctx, { current_password: PASSWORD, new_password: 'a whole new secret' })
  const fresh = tokenOf(ctx)
  expect([await findSession(token), await findSession(other)]).toEqual([null, null])
  expect(await findSession(fresh)).toMatchObject({ email })
  expect((await mailed(email)).at(-1)?.kind).toBe('password_changed')
  expect(await bellOf(fresh)).toEqual(['Your password was changed'])
  expect((await refusalOf(signIn(visitor(), { email, password: PASSWORD }))).code).toBe('unauthenticated')
  expect(await signInAgain(email, 'a whole new secret')).toBeTruthy()
})

test("nobody's new password is their e-mail address", async () => {
  const { email, token } = await makeAccount()
  const refusal = await refusalOf(changePassword(await nextRequest(token), { current_password: PASSWORD, new_password: email.toUpperCase() }))
  expect(refusal.options.errors).toMatchObject([{ pointer: '/new_password' }])
})

test('S6: a wrong current password changes nothing, and guessing it ends after five attempts', async () => {
  const { email, token } = await makeAccount()
  const ctx = await nextRequest(token)
  const attempt = () => refusalOf(changePassword(ctx, { current_password: 'not my password', new_password: 'a whole new secret' }))
  expect(await attempt()).toMatchObject({ code: 'invalid_input', options: { errors: [{ pointer: '/current_password' }] } })
  for (let more = 2; more <= 5; more++) await attempt()
  expect((await attempt()).code).toBe('rate_limited')
  expect(await signInAgain(email)).toBeTruthy()
})

test('the link for a new password works once, signs every device out and outdates older links', async () => {
  const { email, token } = await makeAccount()
  await requestPasswordReset(visitor(), { email })
  const older = await tokenMailed(email, 'reset_password')
  await requestPasswordReset(visitor(), { email })
  const newer = await tokenMailed(email, 'reset_password')
  await resetPassword(visitor(), { token: newer, new_password: 'a whole new secret' })
  expect(await findSession(token)).toBeNull()
  for (const used of [newer, older]) {
    expect((await refusalOf(resetPassword(visitor(), { token: used, new_password: 'yet another one' }))).code).toBe('not_found')
  }
  expect(await signInAgain(email, 'a whole new secret')).toBeTruthy()
})

test('the link for a new password is over after an hour, and is not kept as it was mailed', async () => {
  const { email } = await makeAccount()
  await requestPasswordReset(visitor(), { email })
  const token = await tokenMailed(email, 'reset_password')
  const kept = await database().execute<{ identifier: string }>(sql`select identifier from verifications`)
  expect(kept.some(({ identifier }) => identifier.includes(token))).toBe(false)
  await database().execute(sql`update verifications set expires_at = expires_at - interval '61 minutes'`)
  expect((await refusalOf(resetPassword(visitor(), { token, new_password: 'a whole new secret' }))).code).toBe('not_found')
})

test('two people who use one link at once: one gets the new password', async () => {
  const { email } = await makeAccount()
  await requestPasswordReset(visitor(), { email })
  const token = await tokenMailed(email, 'reset_password')
  const results = await Promise.allSettled(
    ['first new secret', 'second new secret'].map((new_password) => resetPassword(visitor(), { token, new_password })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
})

test('S6: asking for a new password is answered alike for known and unknown addresses, but only the known get a mail', async () => {
  const { email } = await makeAccount()
  const unknown = `${newId()}@example.com`
  expect(await requestPasswordReset(visitor(), { email })).toEqual(await requestPasswordReset(visitor(), { email: unknown }))
  expect((await mailed(unknown)).length).toBe(0)
})

test('S6: one address cannot fill a mailbox, known or not', async () => {
  for (const email of [(await makeAccount()).email, `${newId()}@example.com`]) {
    const ctx = visitor()
    for (let request = 1; request <= 5; request++) await requestPasswordReset(ctx, { email })
    expect((await refusalOf(requestPasswordReset(ctx, { email }))).code).toBe('rate_limited')
  }
})

test('a link for a new password that went to the old address opens nothing after the address has changed', async () => {
  const { email, token } = await makeAccount()
  const next = `${newId()}@example.com`
  await requestPasswordReset(visitor(), { email })
  const old = await tokenMailed(email, 'reset_password')
  await requestEmailChange(await nextRequest(token), { email: next, current_password: PASSWORD })
  await confirmEmailChange(await nextRequest(token), { token: await tokenMailed(next, 'email_change_confirm') })
  expect((await refusalOf(resetPassword(visitor(), { token: old, new_password: 'taken over by somebody' }))).code).toBe('not_found')
})

test('the right password is never counted as a wrong one, also when too many mails were asked for', async () => {
  const { email, token } = await makeAccount()
  const ctx = await nextRequest(token)
  const next = `${newId()}@example.com`
  for (let request = 1; request <= 5; request++) await requestEmailChange(ctx, { email: next, current_password: PASSWORD })
  for (let more = 1; more <= 6; more++) {
    expect((await refusalOf(requestEmailChange(ctx, { email: next, current_password: PASSWORD }))).message).toContain('several mails')
  }
  expect(await signInAgain(email, PASSWORD, visitor({ clientAddress: ctx.clientAddress }))).toBeTruthy()
})

test('devices are listed without their tokens, each can be signed out, and nobody signs out somebody else', async () => {
  const { email, token } = await makeAccount()
  const phone = await signInAgain(
    email,
    PASSWORD,
    visitor({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1' }),
  )
  const { result, statements } = await recordStatements(async () => listSessions(await nextRequest(token)))
  expect(statements.length).toBe(2)
  expect(result.data.map(({ device, is_current }) => [device, is_current])).toEqual([
    ['Safari on iPhone', false],
    ['Firefox on Linux', true],
  ])
  expect(JSON.stringify(result)).not.toContain(phone)
  const id = result.data[0]?.id ?? ''
  const stranger = await makeAccount()
  expect((await refusalOf(endSession(await nextRequest(stranger.token), { id }))).code).toBe('not_found')
  await endSession(await nextRequest(token), { id })
  expect(await findSession(phone)).toBeNull()
  await signInAgain(email)
  expect(await endOtherSessions(await nextRequest(token))).toEqual({ ended: 1 })
  expect(await findSession(token)).not.toBeNull()
})

test('a ban holds from the next request on, and the right password opens nothing until it is lifted', async () => {
  const { email, token } = await makeAccount()
  const userId = await idOf(token)
  await banUser(shop, { userId, isBanned: true })
  expect(await findSession(token)).toBeNull()
  expect((await refusalOf(signIn(visitor(), { email, password: PASSWORD }))).code).toBe('forbidden')
  await banUser(shop, { userId, isBanned: false })
  expect(await findSession(token)).toBeNull()
  expect(await signInAgain(email)).toBeTruthy()
})

test('another role holds from the next request on, and only an admin gives it, never to themselves', async () => {
  const [person, boss] = [await makeAccount(), await makeAccount()]
  const userId = await idOf(person.token)
  expect((await refusalOf(setRole(await nextRequest(boss.token), { userId, role: 'staff' }))).code).toBe('forbidden')
  await setRole(shop, { userId: await idOf(boss.token), role: 'admin' })
  await setRole(await nextRequest(boss.token), { userId, role: 'staff' })
  expect((await nextRequest(person.token)).actor).toMatchObject({ role: 'staff' })
  expect((await refusalOf(setRole(await nextRequest(person.token), { userId: await idOf(boss.token), role: 'customer' }))).code).toBe('forbidden')
  expect((await refusalOf(banUser(await nextRequest(boss.token), { userId: await idOf(boss.token), isBanned: true }))).code).toBe('conflict')
})

test('a profile changes where something is given, and never its role', async () => {
  const { token } = await makeAccount()
  expect(await updateMe(await nextRequest(token), { name: 'Grace Hopper' })).toMatchObject({ name: 'Grace Hopper', marketing_consent: false })
  expect(await updateMe(await nextRequest(token), { marketing_consent: true })).toMatchObject({ name: 'Grace Hopper', marketing_consent: true })
  expect((await refusalOf(updateMe(visitor(), { name: 'Nobody' }))).code).toBe('unauthenticated')
})

test('a name shows something, and turns no text around', () => {
  expect(UpdateMe.parse({ name: ' Ada \u202eecalevoL' }).name).toBe('Ada ecalevoL')
  expect(UpdateMe.parse({ name: 'می\u200cخواهم' }).name).toBe('می\u200cخواهم')
  for (const name of ['\u200b', '\u3164', ' ']) expect(() => UpdateMe.parse({ name })).toThrow()
})

test('people are found by ids, changed in bulk and counted with one statement each, by staff only', async () => {
  const tokens = [(await makeAccount()).token, (await makeAccount()).token, (await makeAccount()).token]
  const ids = await Promise.all(tokens.map(idOf))
  const found = await recordStatements(() => findCustomersByIds(shop, [...ids, newId<UserId>()]))
  expect([found.result.map(({ id }) => id), found.statements.length]).toEqual([ids, 1])
  const changed = await recordStatements(() =>
    updateCustomers(
      shop,
      ids.map((id, index) => ({ id, name: `Bulk ${index}` })),
    ),
  )
  expect([changed.result, changed.statements.length <= 3]).toEqual([3, true])
  expect((await findCustomersByIds(shop, ids)).map(({ name }) => name)).toEqual(['Bulk 0', 'Bulk 1', 'Bulk 2'])
  const counted = await recordStatements(() => findCustomerStatistics(shop))
  expect(counted.statements.length).toBe(1)
  expect(counted.result.total).toBeGreaterThanOrEqual(3)
  const customer = await nextRequest(tokens[0] ?? '')
  // R99: half an hour, or until somebody changes.
  expect((await recordStatements(() => findCustomerStatistics(shop))).statements).toEqual([])
  await updateMe(customer, { name: 'Somebody else' })
  expect((await recordStatements(() => findCustomerStatistics(shop))).statements.length).toBe(1)
  for (const attempt of [
    findCustomersByIds(customer, ids),
    updateCustomers(customer, [{ id: ids[0] as UserId }]),
    findCustomerStatistics(customer),
    searchCustomers(customer, SearchCustomers.parse({})),
  ]) {
    expect((await refusalOf(attempt)).code).toBe('forbidden')
  }
})

test('people are searched by parts of name and address, page by page, each once; signs of LIKE are plain text', async () => {
  const mark = newId().slice(-8)
  for (const name of ['Zuse', 'Zola', 'Zorn', 'Zweig', 'Zadek']) {
    const { token } = await makeAccount(`${name}.${mark}@example.com`)
    await updateMe(await nextRequest(token), { name })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await searchCustomers(shop, SearchCustomers.parse({ q: `z ${mark}`, page_size: 2, cursor }))
    seen.push(...page.data.map(({ name }) => name))
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(['Zadek', 'Zweig', 'Zorn', 'Zola', 'Zuse'])
  expect((await searchCustomers(shop, SearchCustomers.parse({ q: '%' }))).data).toEqual([])
})

test('orders a guest placed with an address become the account whose address is confirmed, and nobody else’s', async () => {
  const email = `${newId()}@example.com`
  const orderId = newId()
  await database().execute(sql`
    insert into orders (id, order_number, email, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, total_items, shipping_address,
      billing_address, shipping_method_code, totals_explanation, reserved_until)
    values (${orderId}, ${`HS-${orderId.slice(-6)}`}, ${email.toUpperCase()}, 'USD', 100, 0, 0, 100, 1, '{}', '{}', 'standard', '{}', now())`)
  const ownerOf = async () =>
    (await database().execute<{ user_id: string | null }>(sql`select user_id from orders where id = ${orderId}`))[0]?.user_id
  const other = await makeAccount()
  await signInAgain(other.email)
  expect(await ownerOf()).toBeNull()
  const { token } = await makeAccount(email)
  expect(await ownerOf()).toBe(await idOf(token))
})
