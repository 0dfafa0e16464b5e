import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { mailed, tokenMailed } from '@/db/testing/mailed'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { newId } from '@/lib/core/ids'
import { withAuth } from '@/lib/platform/auth/better-auth'
import { findSession } from '@/lib/platform/auth/find-session'
import { SESSION_COOKIE, sessionCookies } from '@/lib/platform/auth/session-cookie'
import { register } from './register'
import { requestPasswordReset } from './request-password-reset'
import { resendVerification } from './resend-verification'
import { resetPassword } from './reset-password'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { makeAccount, nextRequest, PASSWORD, signInAgain, tokenOf, visitor } from './testing'
import { verifyEmail } from './verify-email'

const counted = vi.hoisted(() => ({ hashes: 0 }))
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  const counting =
    <A extends unknown[], R>(work: (...given: A) => R) =>
    (...given: A): R => {
      counted.hashes++
      return work(...given)
    }
  return { ...argon2, hash: counting(argon2.hash), verify: counting(argon2.verify) }
})
beforeEach(() => {
  counted.hashes = 0
})

test('registering, opening the mailed link and signing in again works, each time with a token of its own', async () => {
  const { email, token } = await makeAccount()
  expect(await findSession(token)).toMatchObject({ email, name: 'Ada Lovelace', role: 'customer', isEmailVerified: true })
  const second = await signInAgain(email.toUpperCase())
  expect(second).not.toBe(token)
  expect(await findSession(second)).toMatchObject({ email })
})

test('better-auth accepts the cookie that we make, and its session is the one we find', async () => {
  const { token } = await makeAccount()
  const [cookie] = sessionCookies(token)
  const found = await withAuth(visitor(), ({ api }) => api.getSession({ headers: new Headers({ cookie: `${SESSION_COOKIE}=${cookie?.value}` }) }))
  expect(found?.session.token).toBe(token)
})

test('an address that is not confirmed cannot sign in: it gets a new link, which signs in with the password', async () => {
  const email = `${newId()}@example.com`
  await register(visitor(), { name: 'Ada', email, password: PASSWORD })
  const refusal = await refusalOf(signIn(visitor(), { email, password: PASSWORD }))
  expect(refusal).toMatchObject({ code: 'forbidden' })
  expect((await mailed(email)).map(({ kind }) => kind)).toEqual(['verify_email', 'verify_email'])
  const token = await tokenMailed(email, 'verify_email')
  const browser = visitor()
  expect(await verifyEmail(browser, { token, password: PASSWORD })).toMatchObject({ user: { name: 'Ada' } })
  expect(await findSession(tokenOf(browser))).toMatchObject({ email, isEmailVerified: true })
})

test('who owns an address does not confirm the password of a stranger who opened an account with it', async () => {
  const email = `${newId()}@example.com`
  await register(visitor(), { name: 'Mallory', email, password: 'the password of a stranger' })
  await register(visitor(), { name: 'Ada', email, password: PASSWORD })
  await resendVerification(visitor(), { email })
  const late = visitor()
  const refusal = await refusalOf(verifyEmail(late, { token: await tokenMailed(email, 'verify_email'), password: PASSWORD }))
  expect(refusal.options.errors).toMatchObject([{ pointer: '/password' }])
  expect(late.answerCookies).toEqual([])
  expect((await refusalOf(signIn(visitor(), { email, password: 'the password of a stranger' }))).code).toBe('forbidden')

  // The way on: a new password by mail confirms the address, and the stranger's is worth nothing.
  await requestPasswordReset(visitor(), { email })
  await resetPassword(visitor(), { token: await tokenMailed(email, 'reset_password'), new_password: PASSWORD })
  expect(await signInAgain(email)).toBeTruthy()
  expect((await refusalOf(signIn(visitor(), { email, password: 'the password of a stranger' }))).code).toBe('unauthenticated')
})

test('S6: the password of a link is not guessed: five attempts, as everywhere', async () => {
  const email = `${newId()}@example.com`
  await register(visitor(), { name: 'Ada', email, password: PASSWORD })
  const token = await tokenMailed(email, 'verify_email')
  const guesser = visitor()
  const codes = await Promise.all(Array.from({ length: 8 }, async () => (await refusalOf(verifyEmail(guesser, { token, password: 'guess' }))).code))
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(3)
})

test('S6: registering with a known and with an unknown address is answered alike and costs as many hashes; only mails differ', async () => {
  const { email } = await makeAccount()
  const unknown = `${newId()}@example.com`
  counted.hashes = 0
  const answers = [await register(visitor(), { name: 'Eve', email, password: 'quite another one' })]
  const hashesOfKnown = counted.hashes
  answers.push(await register(visitor(), { name: 'Eve', email: unknown, password: 'quite another one' }))
  expect(answers[0]).toEqual(answers[1])
  expect(counted.hashes - hashesOfKnown).toBe(hashesOfKnown)
  expect((await mailed(email)).at(-1)?.kind).toBe('account_exists')
  expect((await mailed(unknown)).map(({ kind }) => kind)).toEqual(['verify_email'])
  expect((await refusalOf(signIn(visitor(), { email, password: 'quite another one' }))).code).toBe('unauthenticated')
})

test('ten registrations of one address at once are one account', async () => {
  const email = `${newId()}@example.com`
  const results = await inParallel(Array.from({ length: 10 }, () => () => register(visitor(), { name: 'Ada', email, password: PASSWORD })))
  expect(tally(results)).toEqual({ done: 10 })
  const rows = await database().execute(sql`select 1 from users where email = ${email}`)
  expect(rows.length).toBe(1)
})

test('S6: a wrong password for a known and any for an unknown address are answered alike, at the price of one hash', async () => {
  const { email } = await makeAccount()
  counted.hashes = 0
  const known = await refusalOf(signIn(visitor(), { email, password: 'wrong password' }))
  expect(counted.hashes).toBe(1)
  const unknown = await refusalOf(signIn(visitor(), { email: `${newId()}@example.com`, password: 'wrong password' }))
  expect(counted.hashes).toBe(2)
  expect([unknown.code, unknown.message, unknown.options.extra]).toEqual([known.code, known.message, known.options.extra])
})

test('S6, R125: of twenty guesses at once five are looked at, and the sixth waits 900 seconds even with the right password', async () => {
  const { email } = await makeAccount()
  const thief = visitor()
  counted.hashes = 0
  const guesses = Array.from({ length: 20 }, (_, index) => () => signIn({ ...thief, requestId: newId() }, { email, password: `guess ${index}` }))
  expect(tally(await inParallel(guesses))).toEqual({ unauthenticated: 5, rate_limited: 15 })
  expect(counted.hashes).toBe(5)
  const refusal = await refusalOf(signIn(thief, { email, password: PASSWORD }))
  expect(refusal.code).toBe('rate_limited')
  expect(refusal.options.retryAfterSeconds).toBeGreaterThan(895)
  expect(refusal.options.retryAfterSeconds).toBeLessThanOrEqual(900)
  // Nobody else is locked out, and this address may go on with another account.
  expect(await findSession(await signInAgain(email))).toMatchObject({ email })
  const other = await makeAccount()
  expect(await signInAgain(other.email, PASSWORD, { ...thief, answerCookies: [] })).toBeTruthy()
})

test('S6: an unknown address is closed after five attempts too, with the same words', async () => {
  const { email } = await makeAccount()
  const closed = async (typed: string) => {
    const ctx = visitor()
    for (let attempt = 1; attempt <= 5; attempt++) await refusalOf(signIn(ctx, { email: typed, password: 'wrong password' }))
    return refusalOf(signIn(ctx, { email: typed, password: 'wrong password' }))
  }
  const [known, unknown] = [await closed(email), await closed(`${newId()}@example.com`)]
  expect([unknown.code, unknown.message]).toEqual([known.code, known.message])
})

test('S6: after the lockout there are five attempts again, and a success forgets the failures before it', async () => {
  const { email } = await makeAccount()
  const ctx = visitor()
  for (let attempt = 1; attempt <= 4; attempt++) await refusalOf(signIn(ctx, { email, password: 'wrong password' }))
  await signInAgain(email, PASSWORD, ctx)
  for (let attempt = 1; attempt <= 5; attempt++) await refusalOf(signIn(ctx, { email, password: 'wrong password' }))
  expect((await refusalOf(signIn(ctx, { email, password: PASSWORD }))).code).toBe('rate_limited')
  await database().execute(sql`update sign_in_attempts set window_started_at = window_started_at - interval '900 seconds'`)
  expect(await signInAgain(email, PASSWORD, ctx)).toBeTruthy()
})

test('S6: one address cannot try one password at many accounts for long', async () => {
  const ctx = visitor()
  const guess = () => refusalOf(signIn(ctx, { email: `${newId()}@example.com`, password: 'wrong password' }))
  const codes: string[] = []
  for (let attempt = 1; attempt <= 52; attempt++) codes.push((await guess()).code)
  expect(codes.filter((code) => code === 'unauthenticated').length).toBe(50)
  expect(codes.at(-1)).toBe('rate_limited')
})

test('S6: guesses from many addresses are slowed down, but not for an address where the account is in use', async () => {
  const { email, token } = await makeAccount()
  const home = visitor()
  await signInAgain(email, PASSWORD, home)
  for (let attempt = 1; attempt <= 32; attempt++) await refusalOf(signIn(visitor(), { email, password: 'wrong password' }))
  const timed = async (ctx = visitor()) => {
    const start = performance.now()
    await signInAgain(email, PASSWORD, ctx)
    return performance.now() - start
  }
  expect(await timed()).toBeGreaterThan(700)
  const atHome = async () => timed({ ...home, answerCookies: [] })
  // Whoever is slowed down waits each time; a machine that is busy does not.
  expect(Math.min(await atHome(), await atHome(), await atHome())).toBeLessThan(700)
  expect(await findSession(token)).not.toBeNull()
}, 60_000)

test('signing out ends the session from the next request and takes the cookies away', async () => {
  const { token } = await makeAccount()
  const ctx = await nextRequest(token)
  await signOut(ctx)
  expect(ctx.answerCookies?.map(({ value, options }) => [value, options.maxAge])).toEqual([
    ['', 0],
    ['', 0],
  ])
  expect(await findSession(token)).toBeNull()
})

test('a closed account cannot sign in, though the password is right', async () => {
  const { email } = await makeAccount()
  await database().execute(sql`update users set banned_at = now() where email = ${email}`)
  expect((await refusalOf(signIn(visitor(), { email, password: PASSWORD }))).code).toBe('forbidden')
  expect(() => tokenOf(visitor())).toThrow()
})
