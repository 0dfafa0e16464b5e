import { tokenMailed } from '@/db/testing/mailed'
import { actorOf, type Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { findSession } from '@/lib/platform/auth/find-session'
import { readSessionCookie, SESSION_COOKIE } from '@/lib/platform/auth/session-cookie'
import { register } from './register'
import { signInBrowser } from './sign-in'
import { verifyEmail } from './verify-email'

let count = 0

/** Somebody who comes from an address of their own, so that limits per address do not mix tests up. */
export function visitor(overrides: Partial<Ctx> = {}): Ctx {
  count++
  const clientAddress = `203.0.${Math.trunc(count / 250)}.${(count % 250) + 1}`
  return {
    actor: { kind: 'guest', sessionKey: null },
    requestId: newId(),
    clientAddress,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    answerCookies: [],
    ...overrides,
  }
}

/** The token in the session cookie that was set last. */
export function tokenOf({ answerCookies = [] }: Ctx): string {
  const cookie = answerCookies.findLast(({ name }) => name === SESSION_COOKIE)
  const token = readSessionCookie(cookie?.value ?? '')
  if (!token) throw new Error('No session cookie was set')
  return token
}

/** The next request of whoever was given this token; a guest when the session is over. */
export async function nextRequest(token: string, overrides: Partial<Ctx> = {}): Promise<Ctx> {
  const session = await findSession(token)
  const known: Partial<Ctx> = session ? { session, actor: actorOf(session) } : {}
  return visitor({ ...known, ...overrides })
}

export const PASSWORD = 'correct horse battery'

/** An account whose address is confirmed, and the token of the browser that confirmed it. */
export async function makeAccount(email = `${newId()}@example.com`): Promise<{ email: string; token: string }> {
  await register(visitor(), { name: 'Ada Lovelace', email, password: PASSWORD })
  const ctx = visitor()
  await verifyEmail(ctx, { token: await tokenMailed(email, 'verify_email'), password: PASSWORD })
  return { email, token: tokenOf(ctx) }
}

/** Signs in on another device. */
export async function signInAgain(email: string, password = PASSWORD, ctx = visitor()): Promise<string> {
  await signInBrowser(ctx, { email, password })
  return tokenOf(ctx)
}
