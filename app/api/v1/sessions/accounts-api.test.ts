import { expect, test } from 'vitest'
import { PUT as changePassword } from '@/app/api/v1/me/password/route'
import { PATCH as changeMe, GET as me } from '@/app/api/v1/me/route'
import { GET as devices } from '@/app/api/v1/me/sessions/route'
import { POST as reset } from '@/app/api/v1/password-resets/route'
import { POST as registration } from '@/app/api/v1/registrations/route'
import { tokenMailed } from '@/db/testing/mailed'
import { newId } from '@/lib/core/ids'
import { makeAccount, PASSWORD } from '@/lib/customers/testing'
import { SESSION_COOKIE, sessionCookies, signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { appUrl } from '@/lib/platform/env'
import { DELETE as signOut } from './current/route'
import { POST as signIn } from './route'

type Handler = typeof signIn
let caller = 0

const call = async (handler: Handler, method: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}) => {
  const request = new Request(`${appUrl}/api/v1/test`, {
    method,
    headers: { 'x-hs-client-address': `198.51.100.${++caller}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const response = await handler(request, { params: Promise.resolve({}) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as Record<string, never> }
}

test('a program signs in, is somebody by its token, and is nobody after signing out', async () => {
  const { email } = await makeAccount()
  const signedIn = await call(signIn, 'POST', { body: { email, password: PASSWORD } })
  expect([signedIn.status, signedIn.headers.getSetCookie()]).toEqual([201, []])
  const bearer = { headers: { authorization: `Bearer ${signedIn.json.token}` } }
  expect((await call(me, 'GET', bearer)).json).toMatchObject({ email, role: 'customer', is_email_verified: true })
  expect((await call(signOut, 'DELETE', bearer)).status).toBe(200)
  expect((await call(me, 'GET', bearer)).status).toBe(401)
  expect((await call(me, 'GET')).status).toBe(401)
})

test('the sixth wrong password is a 429 that says when to come back', async () => {
  const { email } = await makeAccount()
  const headers = { 'x-hs-client-address': '198.51.101.1' }
  for (let attempt = 1; attempt <= 5; attempt++)
    expect((await call(signIn, 'POST', { body: { email, password: 'wrong password' }, headers })).status).toBe(401)
  const sixth = await call(signIn, 'POST', { body: { email, password: PASSWORD }, headers })
  expect(sixth.status).toBe(429)
  expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(890)
})

test('with a cookie, writes need our own origin, and nothing changes without it', async () => {
  const { token } = await makeAccount()
  const cookie = `${SESSION_COOKIE}=${sessionCookies(token)[0]?.value}`
  const strangers: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: appUrl, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of strangers) {
    const refused = await call(changeMe, 'PATCH', { body: { name: 'Mallory' }, headers: { cookie, ...headers } })
    expect([headers, refused.status]).toEqual([headers, 403])
  }
  const asText = await call(changeMe, 'PATCH', { body: { name: 'Mallory' }, headers: { cookie, origin: appUrl, 'content-type': 'text/plain' } })
  expect(asText.status).toBe(415)
  expect((await call(me, 'GET', { headers: { cookie } })).json).toMatchObject({ name: 'Ada Lovelace' })
  expect((await call(changeMe, 'PATCH', { body: { name: 'Ada King' }, headers: { cookie, origin: appUrl } })).status).toBe(200)
})

test('nobody is signed in, registered or mailed to from another site', async () => {
  const headers = { origin: 'https://evil.example' }
  const email = `${newId()}@example.com`
  expect((await call(signIn, 'POST', { body: { email, password: PASSWORD }, headers })).status).toBe(403)
  expect((await call(registration, 'POST', { body: { name: 'Ada', email, password: PASSWORD }, headers })).status).toBe(403)
  expect((await call(reset, 'POST', { body: { email }, headers })).status).toBe(403)
})

test('nobody makes themselves staff, and no answer holds a hash or a session’s token', async () => {
  const { email, token } = await makeAccount()
  const cookie = `${SESSION_COOKIE}=${sessionCookies(token)[0]?.value}`
  const own = { cookie, origin: appUrl }
  for (const extra of [{ role: 'admin' }, { email_verified: true }, { banned_at: null }, { id: newId() }]) {
    expect((await call(changeMe, 'PATCH', { body: { name: 'Ada', ...extra }, headers: own })).status).toBe(422)
  }
  const answers = [
    await call(me, 'GET', { headers: own }),
    await call(devices, 'GET', { headers: own }),
    await call(changeMe, 'PATCH', { body: {}, headers: own }),
  ]
  for (const { text } of answers) {
    expect(text).not.toContain(token)
    expect(text).not.toMatch(/argon2|password|hash|token/i)
  }
  expect((await call(registration, 'POST', { body: { name: 'x', email, password: PASSWORD, role: 'admin' } })).status).toBe(422)
})

test('a program that changes the password is answered its new token, and goes on with it; a browser gets it in its cookie only', async () => {
  const body = { current_password: PASSWORD, new_password: 'a whole new secret' }
  const { email, token } = await makeAccount()
  const { json: signedIn } = await call(signIn, 'POST', { body: { email, password: PASSWORD } })
  const program = await call(changePassword, 'PUT', { body, headers: { authorization: `Bearer ${signedIn.token}` } })
  expect([program.status, program.headers.getSetCookie()]).toEqual([200, []])
  expect((await call(me, 'GET', { headers: { authorization: `Bearer ${program.json.token}` } })).json).toMatchObject({ email })
  for (const old of [signedIn.token, signedSessionToken(token)]) {
    expect((await call(me, 'GET', { headers: { authorization: `Bearer ${old}` } })).status).toBe(401)
  }

  const other = await makeAccount()
  const cookie = `${SESSION_COOKIE}=${sessionCookies(other.token)[0]?.value}`
  const browser = await call(changePassword, 'PUT', { body, headers: { cookie, origin: appUrl } })
  expect([browser.status, Object.keys(browser.json)]).toEqual([200, ['message']])
  const [fresh = ''] = browser.headers.getSetCookie()
  expect((await call(me, 'GET', { headers: { cookie: fresh.split(';')[0] ?? '' } })).json).toMatchObject({ email: other.email })
})

test('too short and too common passwords are refused with a sentence on their field', async () => {
  for (const password of ['short', 'password123', 'Qwerty123', 'x'.repeat(129), ' '.repeat(8), 'Ada@example.com']) {
    const refused = await call(registration, 'POST', { body: { name: 'Ada', email: 'ada@example.com', password } })
    expect(refused.json).toMatchObject({ status: 422, errors: [{ pointer: '/password' }] })
  }
})

test('registering by the API mails a link that a page of the shop understands', async () => {
  const email = `${newId()}@example.com`
  expect((await call(registration, 'POST', { body: { name: 'Ada', email, password: PASSWORD } })).status).toBe(202)
  expect(await tokenMailed(email, 'verify_email')).toMatch(/^[\w.-]+$/)
})
