import { randomBytes } from 'node:crypto'
import { database } from '@/db/client'
import { accounts, sessions } from '@/db/schema/accounts'
import { cartItems, carts } from '@/db/schema/cart'
import { staffRoles, users } from '@/db/schema/customers'
import type { WorldProduct } from '@/db/testing/world'
import type { Ctx, Role } from '@/lib/core/context'
import { type CartId, type CartItemId, newId, type StaffRoleId, type UserId } from '@/lib/core/ids'
import { newCartToken } from '@/lib/platform/auth/cart-token'
import { CART_COOKIE } from '@/lib/platform/auth/cookies'
import { hashPassword } from '@/lib/platform/auth/passwords'
import { SESSION_COOKIE, sessionCookies, signedSessionToken } from '@/lib/platform/auth/session-cookie'
import type { Caller } from './table'

export const PASSWORD = 'correct horse battery'

export type Person = { id: UserId; name: string; email: string; ctx: Ctx; sessionId: string; token: string }

/** Everybody who asks, each with a cart of their own. What is A's has `marker` in it. */
export type Cast = {
  marker: string
  a: Person
  /** Has an account too, and asks for nothing. */
  stranger: Person
  banned: Person
  /** What each of them sends with a request. */
  identity: Record<Caller, Record<string, string>>
}

let hashed: Promise<string> | undefined

/** A new cast: nobody in it has met anybody of an earlier one. */
export async function makeCast(product: WorldProduct): Promise<Cast> {
  const marker = `marker${randomBytes(8).toString('hex')}`
  const nothing = newId<StaffRoleId>()
  await database()
    .insert(staffRoles)
    .values({ id: nothing, name: `Nothing ${nothing}` })
  const [a, b, staff, admin, banned, stranger, clerk] = await makePeople([
    { name: `Ada ${marker}`, email: `${marker}@example.com` },
    { name: 'Bert' },
    { name: 'Stan', role: 'staff' },
    { name: 'Adam', role: 'admin' },
    { name: 'Ben', bannedAt: new Date() },
    { name: 'Strange' },
    { name: 'Clara', role: 'staff', staffRoleId: nothing },
  ])
  if (!a || !b || !staff || !admin || !banned || !stranger || !clerk) throw new Error('The cast is incomplete')
  const guest = newCartToken()
  await fillCarts(product, [
    { userId: a.id, email: a.email },
    { userId: b.id },
    { userId: staff.id },
    { userId: admin.id },
    { userId: clerk.id },
    { sessionKey: guest.sessionKey },
  ])
  const identity: Record<Caller, Record<string, string>> = {
    nobody: {},
    guest: { cookie: `${CART_COOKIE}=${guest.token}` },
    A: cookieOf(a.token),
    B: cookieOf(b.token),
    staff: cookieOf(staff.token),
    admin: cookieOf(admin.token),
    ended: cookieOf(await endedSessionOf(a)),
    banned: cookieOf(banned.token),
    clerk: cookieOf(clerk.token),
    bearer: { authorization: `Bearer ${signedSessionToken(a.token)}` },
  }
  return { marker, a, banned, stranger, identity }
}

export const cookieOf = (token: string) => ({ cookie: `${SESSION_COOKIE}=${sessionCookies(token)[0]?.value}` })

/** One of the product in each, straight into the tables. */
async function fillCarts(
  { id: productId, variantId, priceMinor }: WorldProduct,
  owners: { userId?: UserId; sessionKey?: string; email?: string }[],
): Promise<void> {
  const made = owners.map((owner) => ({ ...owner, id: newId<CartId>(), currency: 'USD', cachedTotalItems: 1, cachedSubtotalMinor: priceMinor }))
  await database().insert(carts).values(made)
  await database()
    .insert(cartItems)
    .values(made.map(({ id }) => ({ id: newId<CartItemId>(), cartId: id, productId, variantId, quantity: 1, priceMinor })))
}

type Wish = { name: string; email?: string; role?: Role; staffRoleId?: StaffRoleId; bannedAt?: Date }

async function makePeople(wishes: Wish[]): Promise<Person[]> {
  hashed ??= hashPassword(PASSWORD)
  const password = await hashed
  const people = wishes.map(({ name, email, role = 'customer', staffRoleId, bannedAt }) => {
    const id = newId<UserId>()
    const [sessionId, token] = [newId(), newToken()]
    const address = email ?? `${id}@example.com`
    const session = { id: sessionId, token, userId: id, role, name, email: address, isEmailVerified: true }
    const ctx: Ctx = { actor: { kind: 'user', userId: id, role }, requestId: newId(), clientAddress: '127.0.0.1', session, answerCookies: [] }
    return { id, name, email: address, role, staffRoleId, bannedAt, ctx, sessionId, token }
  })
  const db = database()
  await db
    .insert(users)
    .values(people.map(({ id, name, email, role, staffRoleId, bannedAt }) => ({ id, name, email, role, staffRoleId, bannedAt, emailVerified: true })))
  await db.insert(accounts).values(people.map(({ id }) => ({ id: newId(), userId: id, accountId: id, providerId: 'credential', password })))
  await db
    .insert(sessions)
    .values(people.map(({ id, sessionId, token }) => ({ id: sessionId, userId: id, token, expiresAt: inDays(30), ipAddress: '127.0.0.1' })))
  return people
}

async function endedSessionOf({ id }: Person): Promise<string> {
  const token = newToken()
  await database()
    .insert(sessions)
    .values({ id: newId(), userId: id, token, expiresAt: inDays(-1) })
  return token
}

const newToken = () => randomBytes(24).toString('base64url')
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
