import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import { type Tx, transaction } from '@/db/transaction'
import { variantTitle } from '@/lib/cart/cart-view'
import { pictureView } from '@/lib/catalog/pictures'
import type { Ctx } from '@/lib/core/context'
import type { ProductId, SubscriptionId, UserId, VariantId } from '@/lib/core/ids'
import { type Money, money } from '@/lib/core/money'
import { availableUnits } from '@/lib/inventory/available-sql'
import { notify } from '@/lib/notifications/notify'
import { wantsMail } from '@/lib/notifications/wants-mail'
import { sendEmail } from '@/lib/platform/email/send-email'
import { isUnwanted } from '@/lib/platform/email/suppressions'
import { env } from '@/lib/platform/env'
import { unsubscribePath } from './link-tokens'
import type { SubscriptionKind } from './schemas'

/** So many in one transaction. */
const AT_ONCE = 50
/** A mail that could not leave for so long would send people to empty shelves. */
const MAIL_HOURS = 6

/**
 * Tells who waits for a product, or for any, that it is back or costs less: those first who asked first, and within the pause between two
 * waves (SUBSCRIBER_WAVE_MINUTES) no more of them than there are units. Sold out again, the others wait on. Each is told once, however
 * often and by how many at once this is called. @returns how many were told
 */
export async function tellSubscribers(_ctx: Ctx, { productId }: { productId?: ProductId } = {}): Promise<number> {
  let count = 0
  for (const variantId of await listDueVariants(productId)) {
    for (let told = AT_ONCE; told === AT_ONCE; count += told) told = await tellSome(variantId)
  }
  return count
}

const priceNow = sql`coalesce(v.price_minor, p.price_minor)`

/** On `subscriptions s`: confirmed, not told yet, and what it waits for is so. */
const isDue: SQL = sql`s.notified_at is null and s.confirmed_at is not null and (s.kind = 'back_in_stock' or ${priceNow} < s.price_minor)`

async function listDueVariants(productId?: ProductId): Promise<VariantId[]> {
  const rows = await database().execute<{ id: VariantId }>(sql`
    select distinct v.id from subscriptions s
    join product_variants v on v.id = s.variant_id and v.is_active
    join products p on p.id = v.product_id and p.is_active
    left join inventory_levels l on l.variant_id = v.id
    where ${isDue} and coalesce(${availableUnits}, 1) > 0 and ${productId ? sql`s.product_id = ${productId}` : sql`true`}
    order by v.id`)
  return rows.map(({ id }) => id)
}

type Told = {
  id: SubscriptionId
  kind: SubscriptionKind
  user_id: UserId | null
  email: string
  before_minor: number
  now_minor: number
  currency: string
  slug: string
  name: string
  picture: PictureRef | null
  attributes: Record<string, string>
  options: ProductOption[]
}

/** One variant at a time, so that what was told lately is known. */
async function tellSome(variantId: VariantId): Promise<number> {
  return transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wave ${variantId}`}, 0))`)
    const told = await takeNext(tx, variantId)
    for (const one of told) await tell(tx, one)
    return told.length
  })
}

async function takeNext(tx: Tx, variantId: VariantId): Promise<Told[]> {
  const rows = await tx.execute<Told>(sql`
    with offer as (
      select v.id, p.slug, p.name, p.picture, p.options, v.attributes, ${priceNow} as now_minor, (select currency from settings) as currency,
        coalesce(${availableUnits}, ${AT_ONCE}::int + (select count(*) from subscriptions t where t.variant_id = v.id)) - (
          select count(*) from subscriptions t
          where t.variant_id = v.id and t.notified_at > now() - make_interval(mins => ${env.SUBSCRIBER_WAVE_MINUTES}::int)) as room
      from product_variants v join products p on p.id = v.product_id left join inventory_levels l on l.variant_id = v.id
      where v.id = ${variantId} and v.is_active and p.is_active
    ), next as (
      select s.id from subscriptions s
      join product_variants v on v.id = s.variant_id join products p on p.id = v.product_id
      where s.variant_id = ${variantId} and ${isDue} and not ${isUnwanted(sql`s.email`, sql`s.kind`)}
      order by s.confirmed_at, s.id limit (select greatest(0, least(room, ${AT_ONCE}::int)) from offer)
    )
    update subscriptions s set notified_at = now(), updated_at = now() from next n, offer o where s.id = n.id and s.notified_at is null
    returning s.id, s.kind, s.user_id, s.email, s.price_minor as before_minor, o.now_minor, o.currency, o.slug, o.name, o.picture, o.attributes, o.options`)
  return [...rows]
}

async function tell(tx: Tx, told: Told): Promise<void> {
  const { id, kind, user_id: userId, email, name } = told
  const path = `/p/${told.slug}${queryOf(told)}`
  const key = `${kind}:${id}`
  if (userId) {
    const title = kind === 'back_in_stock' ? `${name} is back in stock` : `${name} costs less now`
    await notify(tx, { userId, kind, title, href: path, key })
  }
  if (!(await wantsMail(tx, userId, kind))) return
  const about = { notAfter: new Date(Date.now() + MAIL_HOURS * 3_600_000), ...(userId && { userId }) }
  const product = { name, path, picture: pictureView(told.picture) }
  const price: Money = money(Number(told.now_minor), told.currency)
  const unsubscribe_path = unsubscribePath(id)
  const variant_title = variantTitle(told)
  if (kind === 'back_in_stock') {
    await sendEmail(tx, kind, email, { product, price, variant_title, unsubscribe_path }, key, about)
  } else {
    await sendEmail(
      tx,
      kind,
      email,
      { product, variant_title, before: money(Number(told.before_minor), told.currency), now: price, unsubscribe_path },
      key,
      about,
    )
  }
}

/** Opens the page with this variant chosen, as the page itself writes it. */
function queryOf({ attributes, options }: Told): string {
  const chosen = options.flatMap(({ name }) => (attributes[name] === undefined ? [] : [[name, attributes[name]]]))
  return chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : ''
}
