import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { cartReminders } from '@/db/schema/cart'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { type CartId, type CartReminderId, newId, type UserId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { sendEmail } from '@/lib/platform/email/send-email'
import { stopPath } from '@/lib/platform/email/stop-links'
import { isUnwanted } from '@/lib/platform/email/suppressions'
import { env } from '@/lib/platform/env'
import { cartView } from './cart-view'
import { type GivenCoupon, giveCoupon, givesCoupons } from './give-coupon'
import { readCart } from './read-cart'
import { restorePath } from './reminder-links'
import type { CartLine } from './schemas'

const hours = env.CART_REMINDER_HOURS.split(',').map(Number)
const firstHours = hours[0] ?? 1
const lastHours = hours.at(-1) ?? firstHours

/** A cart that was left longer ago is left alone, also by a shop that sends its first reminders today. */
const GIVE_UP_HOURS = lastHours + 7 * 24
/** Prices and stock in the mail are those of this moment; hours later it is not sent any more. */
const MAIL_HOURS = 6

/**
 * Reminds people of the carts that they left (R130): with an address and their agreement to our mails, after each of CART_REMINDER_HOURS
 * without a change, once each. Not of what was ordered, emptied, merged into another cart or is sold out, and nobody who ended it, was
 * erased or is kept out. The last one may carry a code for a discount (CART_REMINDER_COUPON_PERCENT). Everything is looked at again under the cart's lock; a cart that is being changed is left for the next turn.
 * `at` is what the clock of the schedule says; one that is behind, because it catches up, counts as now.
 * @returns how many mails were queued
 */
export async function remindLeftCarts(_ctx: Ctx, { at = new Date() }: { at?: Date } = {}): Promise<number> {
  const now = new Date(Math.max(at.getTime(), Date.now()))
  const due = await database().execute<{ id: CartId }>(sql`select c.id from carts c where ${isDue(now)} order by c.updated_at limit 10000`)
  let count = 0
  for (const { id } of due) count += (await remind(id, now)) ? 1 : 0
  return count
}

const ago = (now: Date, length: SQL | number): SQL => sql`${now.toISOString()}::timestamptz - make_interval(secs => ${length} * 3600.0)`

/** Which reminder it is time for, by the cart's age: after 25 hours the second of 1, 24 and 72. */
const stage = (now: Date): SQL => sql`(select count(*)::int from jsonb_array_elements_text(${JSON.stringify(hours)}::jsonb) as h (hours)
  where c.updated_at <= ${ago(now, sql`h.hours::float8`)})`

/** Of this cart, or of the one whose lines came here by the link of a mail: nobody is reminded twice of the same things. */
const sentBefore: SQL = sql`from cart_reminders r where (r.cart_id = c.id or r.restored_into_id = c.id)`

/** A purchase since the cart was touched last, by the person or with the address. */
const hasOrdered: SQL = sql`exists (select from orders o where o.created_at >= c.updated_at and (o.user_id = c.user_id
  or (o.user_id is null and lower(o.email) = lower(c.email))
  or o.user_id = (select u.id from users u where lower(u.email) = lower(c.email))))`

const isDue = (now: Date): SQL => sql`c.completed_at is null and c.email is not null and c.cached_total_items > 0 and c.marketing_consent
  and c.updated_at <= ${ago(now, firstHours)} and c.updated_at > ${ago(now, GIVE_UP_HOURS)}
  and not exists (select ${sentBefore} and (r.stage >= ${stage(now)} or r.created_at > ${ago(now, firstHours)}))
  and not exists (select from cart_reminders r where r.cart_id = c.id and r.restored_into_id is not null)
  and not exists (select from users u where (u.id = c.user_id or lower(u.email) = lower(c.email)) and (u.banned_at is not null or u.erased_at is not null))
  and not ${isUnwanted(sql`c.email`, sql`'abandoned_cart'`)} and not ${hasOrdered}`

type LeftCart = { email: string; stage: number; user_id: UserId | null; name: string }

/** At most five statements, six with a code. */
async function remind(cartId: CartId, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const [left] = await tx.execute<LeftCart>(sql`
      select c.email, ${stage(now)} as stage, c.user_id, coalesce((select u.name from users u where u.id = c.user_id), '') as name
      from carts c where c.id = ${cartId} and ${isDue(now)} for update of c skip locked`)
    if (!left) return false
    const cart = await readCart(tx, cartId)
    const lines = cartView(cart).lines.flatMap(buyable)
    if (lines.length === 0) return false
    const id = await note(tx, cartId, left.stage, now)
    if (!id) return false
    const { currency, timeZone } = cart.settings
    const coupon = givesCoupons && isLast(left) ? await giveCoupon(tx, id, { now, timeZone }) : undefined
    const { props, about } = mailOf(id, left, lines, { currency: cart.cart?.currency ?? currency, now, coupon })
    await sendEmail(tx, 'abandoned_cart', left.email, props, `cart_reminder:${cartId}:${left.stage}`, about)
    return true
  })
}

const isLast = (left: LeftCart): boolean => left.stage === hours.length

/** At today's price, as many as there are. */
function buyable(line: CartLine): CartLine[] {
  if (line.notices.includes('withdrawn') || line.notices.includes('sold_out')) return []
  const quantity = Math.min(line.quantity, line.available ?? line.quantity)
  const { amount, currency } = line.current_price
  return [{ ...line, quantity, line_total: money(amount * quantity, currency) }]
}

/** The unique key is what makes a stage happen once. */
async function note(tx: Tx, cartId: CartId, number: number, now: Date): Promise<CartReminderId | null> {
  const id = newId<CartReminderId>()
  const made = await tx
    .insert(cartReminders)
    .values({ id, cartId, stage: number, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: cartReminders.id })
  return made[0]?.id ?? null
}

type Further = { currency: string; now: Date; coupon: GivenCoupon | undefined }

function mailOf(id: CartReminderId, left: LeftCart, lines: CartLine[], { currency, now, coupon }: Further) {
  const { email, user_id: userId, name } = left
  const props = {
    name,
    lines,
    subtotal: money(
      lines.reduce((sum, { line_total }) => sum + line_total.amount, 0),
      currency,
    ),
    cart_path: restorePath(id),
    unsubscribe_path: stopPath({ email, kind: 'abandoned_cart' }),
    is_last: isLast(left),
    coupon,
  }
  return { props, about: { notAfter: new Date(now.getTime() + MAIL_HOURS * 3_600_000), ...(userId && { userId }) } }
}
