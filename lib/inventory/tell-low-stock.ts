import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { type NewNotification, notify } from '@/lib/notifications/notify'
import { wantsMail } from '@/lib/notifications/wants-mail'
import { sendEmail } from '@/lib/platform/email/send-email'
import { isLow } from './stock-alerts'

/** So many products stand in one mail; of the others it says how many there are. */
const LISTED = 20

type LowProduct = { alert_id: string; name: string; slug: string; sku: string; quantity: number; threshold: number }

/**
 * Tells all staff what became low since they were told last, in one mail and one notification each, however many products it is. What was
 * restocked before it was told is not. Called at once by many, one of them tells. @returns how many products it was about
 */
export async function tellLowStock(_ctx: Ctx): Promise<number> {
  return transaction(async (tx) => {
    const low = await takeUntold(tx)
    const [first] = low
    if (first) for (const person of await listStaff(tx)) await tell(tx, person, low, `low_stock:${first.alert_id}`)
    return low.length
  })
}

/** Fewest units first. */
async function takeUntold(tx: Tx): Promise<LowProduct[]> {
  const rows = await tx.execute<LowProduct>(sql`
    with told as (
      update stock_alerts a set told_at = now() from product_stock s join products p on p.id = s.product_id
      where a.product_id = s.product_id and a.told_at is null and a.cleared_at is null and ${isLow}
      returning a.id as alert_id, p.name, p.slug, p.sku, s.quantity, p.low_stock_threshold as threshold
    )
    select * from told order by quantity, alert_id`)
  return [...rows]
}

type Person = { id: UserId; email: string }

async function listStaff(tx: Tx): Promise<Person[]> {
  const rows = await tx.execute<Person>(sql`
    select id, email from users where role in ('staff', 'admin') and banned_at is null and erased_at is null order by id`)
  return [...rows]
}

async function tell(tx: Tx, { id: userId, email }: Person, low: LowProduct[], key: string): Promise<void> {
  await notify(tx, { userId, kind: 'low_stock', key, ...wordsFor(low) })
  if (!(await wantsMail(tx, userId, 'low_stock'))) return
  const products = low.slice(0, LISTED).map(({ name, slug, sku, quantity }) => ({ name, path: `/p/${slug}`, sku, quantity }))
  await sendEmail(tx, 'low_stock', email, { products, more: low.length - products.length }, `${key}:${userId}`, { userId })
}

function wordsFor(low: LowProduct[]): Pick<NewNotification, 'title' | 'body' | 'href'> {
  const [first] = low
  if (low.length === 1 && first) return { title: `${first.name}: ${first.quantity} left`, href: `/p/${first.slug}` }
  const names = low.slice(0, 3).map(({ name, quantity }) => `${name} (${quantity})`)
  return {
    title: `${low.length} products are low`,
    body: low.length > names.length ? `${names.join(', ')} and ${low.length - names.length} more` : names.join(', '),
  }
}
