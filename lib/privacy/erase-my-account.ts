import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { lockCart } from '@/lib/cart/active-cart'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { claimGuestOrders } from '@/lib/customers/join-account'
import { withPassword } from '@/lib/platform/auth/better-auth'
import { requireSession } from '@/lib/platform/auth/can'
import { clearedSessionCookies } from '@/lib/platform/auth/session-cookie'
import { countPasswordAttempt, forgivePasswordAttempt } from '@/lib/platform/auth/sign-in-limit'
import { publish } from '@/lib/platform/events/publish'
import { anonymiseReviews } from '@/lib/reviews/anonymise-reviews'
import { forgetExportsOf } from './forget-exports'
import type { Erased, EraseMyAccount } from './schemas'

/**
 * Erases the signed-in person: what is personal goes, and what the books need stays without a name (R10). Asks for the password again.
 * One transaction: all of it or nothing. Guests' orders with the confirmed address are the person's, too. The cart is locked first, as a
 * purchase does: of both at once, one sees what the other did.
 * @throws unauthenticated, invalid_input for a wrong password, conflict while an order waits to be paid or sent, rate_limited.
 */
export async function eraseMyAccount(ctx: Ctx, { current_password }: EraseMyAccount): Promise<Erased> {
  const { userId, email } = requireSession(ctx)
  await countPasswordAttempt(ctx, email)
  let isRightPassword = false
  try {
    await withPassword(ctx, async ({ api }, { tx, headers }) => {
      await api.verifyPassword({ body: { password: current_password }, headers })
      isRightPassword = true
      await lockCart(tx, ctx.actor)
      await claimGuestOrders(tx, userId)
      await requireNothingUnderway(tx, userId)
      await anonymiseReviews(tx, ctx, userId)
      await eraseWhatIsPersonal(tx, userId, await addressesOf(tx, userId, email))
      await anonymiseWhatTheBooksNeed(tx, userId)
      publish(tx, { type: 'customer.changed', userId })
    })
  } finally {
    // Also when an open order is in the way. Outside the transaction, which would take it back.
    if (isRightPassword) await forgivePasswordAttempt(ctx, email)
  }
  await forgetExportsOf(userId)
  ctx.answerCookies?.push(...clearedSessionCookies())
  return { message: 'Your account is erased. Thank you for having been here.' }
}

/** A parcel needs its address, and money on its way needs its order. */
async function requireNothingUnderway(tx: Tx, userId: UserId): Promise<void> {
  const open = await tx.execute<{ order_number: string }>(sql`
    select order_number from orders where user_id = ${userId} and status in ('pending', 'paid') order by id limit 3 for no key update`)
  if (open.length === 0) return
  const numbers = open.map(({ order_number }) => order_number).join(', ')
  throw new DomainError('conflict', {
    detail: `We still have to finish your order ${numbers}. Cancel it, or erase your account once it has been sent.`,
  })
}

/** Theirs now, and before: each that they gave up was told so. What is another account's today is left out. */
async function addressesOf(tx: Tx, userId: UserId, email: string): Promise<string[]> {
  const rows = await tx.execute<{ address: string }>(sql`
    select distinct lower(m.to_address) as address from emails m where m.user_id = ${userId} and m.kind = 'email_changed'
      and not exists (select from users u where lower(u.email) = lower(m.to_address) and u.id <> ${userId})`)
  return [email.toLowerCase(), ...rows.map(({ address }) => address)]
}

async function eraseWhatIsPersonal(tx: Tx, userId: UserId, addresses: string[]): Promise<void> {
  const person = sql`user_id = ${userId}`
  const isTheirs = (address: SQL) => sql`lower(${address}) in (select jsonb_array_elements_text(${JSON.stringify(addresses)}::jsonb))`
  for (const table of ['addresses', 'wishlists', 'notifications', 'notification_preferences', 'staff_views', 'sessions', 'accounts']) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where ${person}`)
  }
  // An export that is being made stops, because its task is gone.
  await tx.execute(sql`delete from tasks where owner_id = ${userId}`)
  await tx.execute(sql`delete from subscriptions where ${person} or ${isTheirs(sql`email`)}`)
  // Mails about what they bought as a guest went to whatever address they typed.
  await tx.execute(sql`
    delete from emails where ${person} or ${isTheirs(sql`to_address`)} or order_id in (select id from orders where user_id = ${userId})`)
  await tx.execute(sql`delete from email_suppressions where ${isTheirs(sql`email`)}`)
  await tx.execute(sql`delete from verifications where value = ${userId}`)
  // What was answered to a purchase holds name and address, also to one they made as a guest.
  await tx.execute(sql`
    delete from idempotency_keys where principal = ${`user:${userId}`} or principal in (
      select 'guest:' || c.session_key from carts c join orders o on o.cart_id = c.id where o.user_id = ${userId} and c.session_key is not null)`)
  await tx.execute(sql`delete from carts where ${person} and completed_at is null`)
  // Carts that they left as a guest keep what is in them, and nobody is reminded of them.
  await tx.execute(sql`
    update carts set email = null, marketing_consent = false where ${isTheirs(sql`email`)} and completed_at is null and email is not null`)
}

async function anonymiseWhatTheBooksNeed(tx: Tx, userId: UserId): Promise<void> {
  const nobody = `${userId}@erased.invalid`
  await tx.execute(sql`
    update carts set email = null, marketing_consent = false
    where user_id = ${userId} or id in (select cart_id from orders where user_id = ${userId})`)
  await tx.execute(sql`
    update orders set email = ${nobody}, shipping_address = ${withoutName(sql`shipping_address`)}, billing_address = ${withoutName(sql`billing_address`)}
    where user_id = ${userId}`)
  await tx.execute(sql`update returns set note = '' where order_id in (select id from orders where user_id = ${userId})`)
  await tx.execute(sql`
    update return_items set note = '' where return_id in (select r.id from returns r join orders o on o.id = r.order_id where o.user_id = ${userId})`)
  // What staff noted and changed: what was done stays, what it said about the person goes.
  await tx.execute(sql`delete from order_notes where order_id in (select id from orders where user_id = ${userId})`)
  await tx.execute(sql`
    update audit_log set before = null, after = null where (subject_type = 'customer' and subject_id = ${userId})
      or (subject_type = 'order' and subject_id in (select id::text from orders where user_id = ${userId}))`)
  await tx.execute(sql`update audit_log set address = null where actor = ${`user:${userId}`}`)
  await tx.execute(sql`
    update users set name = 'Former customer', email = ${nobody}, email_verified = false, image = null, username = null,
      marketing_consent = false, erased_at = now(), updated_at = now() where id = ${userId}`)
}

/** Country and region stay: tax was computed from them. */
const withoutName = (address: ReturnType<typeof sql>) =>
  sql`jsonb_build_object('fullName', 'Former customer', 'line1', 'Erased', 'line2', null, 'city', 'Erased', 'region', ${address} -> 'region',
    'postalCode', null, 'country', ${address} -> 'country', 'phone', null)`
