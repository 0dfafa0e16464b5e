import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createEmailVerificationToken } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { and, eq, sql } from 'drizzle-orm'
import { accounts, sessions, verifications } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import { constraintName, type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type UserId } from '@/lib/core/ids'
import { sendEmail } from '@/lib/platform/email/send-email'
import { appUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { hashPassword, inHashSlot, verifyPassword } from './passwords'
import { authSecret, SESSION_COOKIE, SESSION_DAYS, sessionCookies } from './session-cookie'

/** What one operation of better-auth needs to know. It runs in a transaction of ours, and so does everything that it causes. */
type Operation = {
  tx: Tx
  ctx: Ctx
  /** An address is confirmed either for a new account or instead of the old one. */
  confirms?: 'account' | 'email_change'
}

export type Auth = ReturnType<typeof makeAuth>

/** Called with better-auth's operations, the headers that say who asks, and the transaction in which they run. */
type Work<T> = (auth: Auth, operation: Operation & { headers: Headers }) => Promise<T>

const running = new AsyncLocalStorage<Operation>()
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
    return running.run(operation, () => work(auth, operation))
  }
  try {
    return await transaction(run)
  } catch (error) {
    throw asDomainError(error)
  }
}

function headersOf({ session }: Ctx): Headers {
  const [cookie] = session ? sessionCookies(session.token) : []
  return new Headers(cookie ? { cookie: `${SESSION_COOKIE}=${cookie.value}` } : {})
}

function operation(): Operation {
  const found = running.getStore()
  if (!found) throw new Error('better-auth was called outside withAuth()')
  return found
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

const VERIFY_HOURS = 24
const RESET_MINUTES = 60

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

type AuthUser = { id: string; email: string; emailVerified: boolean }

/** Every way in ends here. @throws APIError when the person may not come in. */
async function beforeSession<S extends { userId: string }>(session: S) {
  const { tx, ctx } = operation()
  const [user] = await tx.execute<{ closed: boolean }>(
    sql`select banned_at is not null or erased_at is not null as closed from users where id = ${session.userId}`,
  )
  if (user?.closed !== false) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_CLOSED', message: 'closed' })
  return { data: { ...session, ipAddress: ctx.clientAddress, userAgent: (ctx.userAgent ?? '').slice(0, 400) } }
}

async function mailVerification(user: AuthUser, token: string): Promise<void> {
  const { tx, confirms } = operation()
  const about = { userId: user.id as UserId }
  if (confirms === 'email_change') {
    const props = { confirm_path: `/account/confirm-email?token=${token}`, valid_hours: VERIFY_HOURS }
    await sendEmail(tx, 'email_change_confirm', user.email, props, `email_change_confirm:${newId()}`, about)
  } else {
    const props = { verify_path: `/verify-email?token=${token}`, valid_hours: VERIFY_HOURS }
    await sendEmail(tx, 'verify_email', user.email, props, `verify_email:${newId()}`, about)
  }
}

/** The link of a new account again. better-auth's own operation for it would hold a connection for half a second, to answer alike. */
export async function mailVerificationAgain({ tx }: { tx: Tx }, email: string): Promise<void> {
  const token = await createEmailVerificationToken(authSecret, email, undefined, VERIFY_HOURS * 3600)
  const [user] = await tx
    .select()
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), eq(users.emailVerified, false)))
  if (user) await mailVerification(user, token)
}

async function mailReset(user: AuthUser, token: string): Promise<void> {
  const props = { reset_path: `/reset-password?token=${token}`, valid_minutes: RESET_MINUTES }
  await sendEmail(operation().tx, 'reset_password', user.email, props, `reset_password:${newId()}`, { userId: user.id as UserId })
}

/**
 * Somebody registers with an address that has an account. While that account is not confirmed, its password may be a stranger's who
 * typed this address first: a link to confirm it would let the stranger in, so the way on is a password of one's own.
 */
async function mailExistingAccount(user: AuthUser): Promise<void> {
  const props = { sign_in_path: '/sign-in', reset_path: '/forgot-password' }
  await sendEmail(operation().tx, 'account_exists', user.email, props, `account_exists:${newId()}`, { userId: user.id as UserId })
}

/** Whoever opened the mailed link reads the address's mail, so it is confirmed; older links must not change the password again. */
async function afterReset({ id, email }: AuthUser): Promise<void> {
  const { tx } = operation()
  await tx.execute(sql`update users set email_verified = true, updated_at = now() where id = ${id} and not email_verified`)
  await tx.execute(sql`delete from verifications where value = ${id}`)
  await mailPasswordChanged(tx, { id: id as UserId, email })
}

export async function mailPasswordChanged(tx: Tx, { id, email }: { id: UserId; email: string }): Promise<void> {
  const props = { changed_at: new Date().toISOString(), reset_path: '/forgot-password' }
  await sendEmail(tx, 'password_changed', email, props, `password_changed:${newId()}`, { userId: id })
}

/** better-auth's refusals in our words; anything else is a bug and stays what it is. */
function asDomainError(error: unknown): unknown {
  if (constraintName(error) === 'users_email') {
    return new DomainError('conflict', { detail: 'Another account uses this address by now.', cause: error })
  }
  const code = error instanceof APIError ? error.body?.code : undefined
  const refusal = code === undefined ? undefined : refusals[code]
  return refusal ? refusal() : error
}

const linkIsOver = () => new DomainError('not_found', { detail: 'This link has been used, is too old, or was not copied whole. Ask for a new one.' })

const refusals: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: () => new DomainError('unauthenticated', { detail: 'This address and this password do not belong together.' }),
  INVALID_PASSWORD: () => new DomainError('invalid_input', { errors: [{ pointer: '/current_password', detail: 'This is not your password.' }] }),
  EMAIL_NOT_VERIFIED: () => new DomainError('forbidden', { extra: { reason: 'email_not_verified' } }),
  ACCOUNT_CLOSED: () => new DomainError('forbidden', { detail: 'This account is closed. Write to us if you think that is a mistake.' }),
  UNAUTHORIZED: () => new DomainError('unauthenticated', { detail: 'Please sign in first.' }),
  INVALID_TOKEN: linkIsOver,
  TOKEN_EXPIRED: linkIsOver,
  USER_NOT_FOUND: linkIsOver,
  INVALID_USER: () => new DomainError('forbidden', { detail: 'This link belongs to another account. Sign in with that one to use it.' }),
}
