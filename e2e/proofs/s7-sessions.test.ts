import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { call } from '@/e2e/harness/api'
import { type Shop, startShop } from '@/e2e/harness/shop'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

/** Somebody who is signed in on two devices. */
async function onTwoDevices() {
  const [{ makeCast, cookieOf, PASSWORD }, { makeCategory, makeProduct }, { signIn }, { guest }, { readSignedSessionToken }] = await Promise.all([
    import('@/e2e/authorisation/cast'),
    import('@/db/testing/world'),
    import('@/lib/customers/sign-in'),
    import('@/db/testing/visitors'),
    import('@/lib/platform/auth/session-cookie'),
  ])
  const { a } = await makeCast(await makeProduct(await makeCategory()))
  const { token } = await signIn(guest(), { email: a.email, password: PASSWORD })
  return {
    person: a,
    password: PASSWORD,
    phone: cookieOf(a.token),
    laptop: cookieOf(readSignedSessionToken(token) ?? ''),
    bearer: { authorization: `Bearer ${token}` },
  }
}

const own = () => ({ origin: shop.current.url, 'sec-fetch-site': 'same-origin' })

/** What the shop says to who shows this: in its API, on a page, and in the personal part of every page. */
async function known(identity: Record<string, string>) {
  const [me, view] = await Promise.all([
    call<{ role: string }>(shop.current.url, '/me', { headers: identity }),
    call<{ user: unknown }>(shop.current.url, '/view', { headers: identity }),
  ])
  const page = await fetch(`${shop.current.url}/account`, { headers: identity, redirect: 'manual' })
  await page.text()
  return { api: me.status, view: view.status === 200 && view.json.user !== null, page: page.status }
}

const yes = { api: 200, view: true, page: 200 }
const no = { api: 401, view: false, page: 307 }

test('S7: signing out holds from the next request, for this device only', async () => {
  const { phone, laptop, bearer } = await onTwoDevices()
  expect([await known(phone), await known(laptop)]).toEqual([yes, yes])
  const answer = await call(shop.current.url, '/sessions/current', { method: 'DELETE', headers: { ...laptop, ...own() } })
  expect([answer.status, answer.headers.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))]).toEqual([200, true])
  expect([await known(phone), await known(laptop)]).toEqual([yes, no])
  expect((await call(shop.current.url, '/me', { headers: bearer })).status).toBe(401)
})

test('S7: a changed password ends every session from the next request, and the device that changed it goes on with a new token', async () => {
  const { phone, laptop, password } = await onTwoDevices()
  const body = { current_password: password, new_password: 'a whole new secret' }
  const answer = await call(shop.current.url, '/me/password', { method: 'PUT', body, headers: { ...laptop, ...own() } })
  expect(answer.status).toBe(200)
  expect([await known(phone), await known(laptop)]).toEqual([no, no])
  const fresh = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('hs_session=')) ?? ''
  expect(await known({ cookie: fresh.split(';')[0] ?? '' })).toEqual(yes)
})

test('S7: a ban holds from the next request on every device, and its end brings no session back', async () => {
  const { banUser } = await import('@/lib/customers/ban-user')
  const { systemCtx } = await import('@/lib/core/context')
  const { person, phone, laptop } = await onTwoDevices()
  expect(await known(phone)).toEqual(yes)
  await banUser(systemCtx('test'), { userId: person.id, isBanned: true })
  expect([await known(phone), await known(laptop)]).toEqual([no, no])
  await banUser(systemCtx('test'), { userId: person.id, isBanned: false })
  expect([await known(phone), await known(laptop)]).toEqual([no, no])
})

test('S7: another role holds from the next request', async () => {
  const { setRole } = await import('@/lib/customers/set-role')
  const { systemCtx } = await import('@/lib/core/context')
  const { person, phone } = await onTwoDevices()
  for (const role of ['staff', 'admin', 'customer'] as const) {
    await setRole(systemCtx('test'), { userId: person.id, role })
    expect((await call<{ role: string }>(shop.current.url, '/me', { headers: phone })).json.role).toBe(role)
    expect((await call<{ user: { role: string } }>(shop.current.url, '/view', { headers: phone })).json.user.role).toBe(role)
  }
})

test('S7: signing in makes a new token each time, and takes none over that a browser brought along', async () => {
  const { person, password, phone } = await onTwoDevices()
  const signIn = async (headers: Record<string, string>) =>
    (await call<{ token: string }>(shop.current.url, '/sessions', { method: 'POST', body: { email: person.email, password }, headers })).json.token
  const tokens = [await signIn({}), await signIn({}), await signIn({ ...phone, ...own() }), await signIn({ cookie: 'hs_session=made-up.made-up' })]
  expect(new Set(tokens).size).toBe(4)
  expect(tokens.some((token) => phone.cookie.includes(encodeURIComponent(token)))).toBe(false)
})

test('S7: on http the session cookie is HttpOnly and Lax for the whole shop', async () => {
  expect(await sessionCookie(shop.current)).toMatch(/^hs_session=[^;]+; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/)
})

/** A shop as it is deployed: the browser sees https, and a proxy stands in front of it. */
let deployed: Shop
beforeAll(async () => {
  const env = {
    APP_URL: 'https://shop.test',
    ALLOW_TEST_PAYMENTS: '1',
    TRUSTED_PROXY_HOPS: '1',
    LOG_LEVEL: 'warn',
    METRICS_TOKEN: 'a-token-for-metrics-only',
  }
  deployed = await startShop({ templateUrl: inject('templateUrl'), env, redis: false })
})
afterAll(() => deployed?.stop())

test('S7: deployed, the session cookie is __Host-, Secure, HttpOnly and Lax', async () => {
  expect(await sessionCookie(deployed)).toMatch(/^__Host-hs_session=[^;]+; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly; Secure$/)
})

test('S2: a deployed shop has no mailbox, shows its metrics to nobody without their token, and knows no plain cookie', async () => {
  for (const path of ['/dev/mailbox', '/dev/mailbox/messages', '/dev/mailbox/templates', '/dev/mailbox/templates/verify_email']) {
    expect([path, (await fetch(deployed.url + path)).status]).toEqual([path, 404])
  }
  const metrics = (headers: Record<string, string>) => fetch(`${deployed.url}/api/metrics`, { headers }).then(({ status }) => status)
  expect([
    await metrics({}),
    await metrics({ authorization: 'Bearer wrong' }),
    await metrics({ authorization: 'Bearer a-token-for-metrics-only' }),
  ]).toEqual([401, 401, 200])
  const cookie = (await sessionCookie(deployed)).split(';')[0] ?? ''
  const asked = (name: string) => call(deployed.url, '/me', { headers: { cookie: cookie.replace('__Host-hs_session', name) } })
  expect([(await asked('__Host-hs_session')).status, (await asked('hs_session')).status]).toEqual([200, 401])
})

/** Opens an account, and its mailed link. */
async function sessionCookie({ url, env, databaseUrl }: Shop): Promise<string> {
  const email = `somebody-${Date.now()}@example.org`
  await call(url, '/registrations', { method: 'POST', body: { name: 'Somebody', email, password: 'correct horse battery' } })
  const sql = postgres(databaseUrl, { max: 1 })
  const [mail] = await sql<{ path: string }[]>`select props->>'verify_path' as path from emails where to_address = ${email}`
  await sql.end()
  const token = mail?.path.split('token=')[1]
  const headers = { origin: env.APP_URL ?? '', 'sec-fetch-site': 'same-origin' }
  const answer = await call(url, '/registrations/confirmation', { method: 'POST', body: { token, password: 'correct horse battery' }, headers })
  return answer.headers.getSetCookie().find((cookie) => cookie.includes('hs_session=')) ?? `none: ${answer.status} ${answer.text}`
}
