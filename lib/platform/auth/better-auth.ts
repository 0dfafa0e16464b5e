import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { sql } from 'drizzle-orm'
import { accounts, sessions, verifications } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { appUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { afterReset, mailExistingAccount, mailReset, mailVerification, RESET_MINUTES, VERIFY_HOURS } from './auth-mails'
import { refusalInOurWords } from './auth-refusals'
import { type Operation, operation, runOperation } from './operation'
import { hashPassword, inHashSlot, verifyPassword } from './passwords'
import { authSecret, SESSION_COOKIE, SESSION_DAYS, sessionCookies } from './session-cookie'

export type Auth = ReturnType<typeof makeAuth>

/** Called with better-auth's operations, the headers that say who asks, and the transaction in which they run. */
type Work<T> = (auth: Auth, operation: Operation & { headers: Headers }) => Promise<T>

let made: Auth | undefined

/** For operations that hash a password. The slot is had before the connection: whoever waits for it holds nothing. @throws unavailable */
export const withPassword = <T>(ctx: Ctx, work: Work<T>): Promise<T> => inHashSlot(() => withAuth(ctx, work))

/**
 * Runs operations of better-auth in one transaction: what they write, the mails they cause and what `work` adds to it happen together or
 * not at all. Its HTTP handler is not mounted; domain functions in `lib/customers` call this and answer in our own words.
 * @throws DomainError for what a person can cause.
 */
export async function withAuth<T>(ctx: Ctx, work: Work<T>): Promise<T> {
  made ??= makeAuth()
  const auth = made
  const run = (tx: Tx) => {
    const operation = { tx, ctx, headers: headersOf(ctx) }
    return runOperation(operation, () => work(auth, operation))
  }
  try {
    return await transaction(run)
  } catch (error) {
    throw refusalInOurWords(error)
  }
}

function headersOf({ session }: Ctx): Headers {
  const [cookie] = session ? sessionCookies(session.token) : []
  return new Headers(cookie ? { cookie: `${SESSION_COOKIE}=${cookie.value}` } : {})
}

/** Stands for the database: each call goes to the transaction of the operation it belongs to. */
const currentTransaction = new Proxy({} as Tx, {
  get(_, name) {
    // better-auth looks at these when it starts.
    if (name === 'query' || name === '_') return undefined
    const { tx } = operation()
    const member: unknown = Reflect.get(tx, name)
    return typeof member === 'function' ? member.bind(tx) : member
  },
})

const makeAuth = () =>
  betterAuth({
    appName: 'Highstreet',
    baseURL: appUrl,
    secret: authSecret,
    database: drizzleAdapter(currentTransaction, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    telemetry: { enabled: false },
    // Its messages below `error` name e-mail addresses.
    logger: { level: 'error', log: (_, message) => logger.error({ part: 'better-auth' }, message) },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      cookies: { session_token: { name: SESSION_COOKIE } },
    },
    session: { expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true, freshAge: 0 },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      sendResetPassword: ({ user, token }) => mailReset(user, token),
      onPasswordReset: ({ user }) => afterReset(user),
      onExistingUserSignUp: ({ user }) => mailExistingAccount(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: VERIFY_HOURS * 3600,
      sendVerificationEmail: ({ user, token }) => mailVerification(user, token),
    },
    user: { changeEmail: { enabled: true } },
    databaseHooks: { session: { create: { before: beforeSession } } },
  })

/** Every way in ends here. @throws APIError when the person may not come in. */
async function beforeSession<S extends { userId: string }>(session: S) {
  const { tx, ctx } = operation()
  const [user] = await tx.execute<{ closed: boolean }>(
    sql`select banned_at is not null or erased_at is not null as closed from users where id = ${session.userId}`,
  )
  if (user?.closed !== false) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_CLOSED', message: 'closed' })
  return { data: { ...session, ipAddress: ctx.clientAddress, userAgent: (ctx.userAgent ?? '').slice(0, 400) } }
}
