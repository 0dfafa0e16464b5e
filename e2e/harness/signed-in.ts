import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import type { CartView } from '@/lib/cart/schemas'
import type { Ctx, Role } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { OrderView } from '@/lib/orders/schemas'
import { MARKER_COOKIE } from '@/lib/platform/auth/cookies'
import { SESSION_COOKIE, signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { call, pay, placeInput } from './api'
import { requireProduct } from './stock'

/** Signs the browser in as somebody new who bought the product and paid, and whom no other test knows; with the order's number. */
export async function buyerOf(context: BrowserContext, slug: string): Promise<{ name: string; number: string }> {
  const url = process.env.BASE_URL ?? ''
  const { name, token } = await newPerson()
  const number = await buy(url, token, slug)
  await addSession(context, token)
  return { name, number }
}

/** Signs the browser in as somebody new, called Ada, whom no other test knows. */
export async function newcomer(context: BrowserContext): Promise<void> {
  await addSession(context, (await newPerson()).token)
}

/** Signs the browser in as somebody new who works here. */
export async function memberOfStaff(context: BrowserContext, role: 'staff' | 'admin' = 'admin'): Promise<{ name: string }> {
  const { name, token } = await newPerson(role)
  await addSession(context, token)
  return { name }
}

/** Somebody new, whom no browser knows, who bought so many of the product and paid. */
export async function paidOrderOf(slug: string, quantity = 1): Promise<{ number: string; ctx: Ctx }> {
  const { id, token } = await newPerson()
  const number = await buy(process.env.BASE_URL ?? '', token, slug, quantity)
  return { number, ctx: { actor: { kind: 'user', userId: id, role: 'customer' }, requestId: newId(), clientAddress: '127.0.0.1' } }
}

async function addSession(context: BrowserContext, token: string): Promise<void> {
  const url = process.env.BASE_URL ?? ''
  await context.addCookies([
    { name: SESSION_COOKIE, value: encodeURIComponent(token), url },
    { name: MARKER_COOKIE, value: 's', url },
  ])
}

async function newPerson(role: Role = 'customer'): Promise<{ id: UserId; name: string; token: string }> {
  const id = newId<UserId>()
  const name = `Ada ${id.slice(-6)}`
  const token = newId()
  await database()
    .insert(users)
    .values({ id, name, role, email: `${id}@example.com`, emailVerified: true })
  await database()
    .insert(sessions)
    .values({ id: newId(), userId: id, token, expiresAt: new Date(Date.now() + 3_600_000) })
  return { id, name, token: signedSessionToken(token) }
}

/** From an empty cart to a paid order, as an outside client with the person's token. @returns its number. */
async function buy(url: string, token: string, slug: string, quantity = 1): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const variant_id = (await requireProduct(slug)).variants[0]?.id
  const { json: cart } = await call<CartView>(url, '/cart/items', { method: 'POST', headers, body: { variant_id, quantity } })
  const order = await call<OrderView>(url, '/checkout', { method: 'POST', headers, key: randomUUID(), body: placeInput(cart) })
  const paid = await pay(url, order.json)
  if (paid.json.outcome !== 'paid') throw new Error(`The order was not paid: ${order.text} ${paid.text}`)
  return order.json.number
}
