import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import { variantTitle } from '@/lib/cart/cart-view'
import { pictureView } from '@/lib/catalog/pictures'
import type { Ctx } from '@/lib/core/context'
import { money } from '@/lib/core/money'
import { stockBand } from '@/lib/core/stock'
import { availableUnits } from '@/lib/inventory/available-sql'
import { requireUser } from '@/lib/platform/auth/can'
import { isMine } from './mine-sql'
import { MAX_SUBSCRIPTIONS, type Subscription, type Subscriptions } from './schemas'

type Row = Omit<Subscription, 'picture' | 'variant_title' | 'price_then' | 'price_now' | 'availability'> & {
  picture: PictureRef | null
  attributes: Record<string, string>
  options: ProductOption[]
  then_minor: number
  now_minor: number
  available: number | null
  currency: string
}

/** What the person waits for, newest first. One statement. @throws unauthenticated */
export async function listMySubscriptions(ctx: Ctx): Promise<Subscriptions> {
  const userId = requireUser(ctx)
  const rows = await database().execute<Row>(sql`
    select s.id, s.kind, s.variant_id, s.created_at, s.price_minor as then_minor,
      p.slug, p.name, p.picture, p.options, v.attributes, coalesce(v.price_minor, p.price_minor) as now_minor,
      ${availableUnits} as available, (select currency from settings) as currency
    from subscriptions s
    join product_variants v on v.id = s.variant_id
    join products p on p.id = s.product_id
    left join inventory_levels l on l.variant_id = v.id
    where ${isMine(userId)} and s.confirmed_at is not null and s.notified_at is null
    order by s.created_at desc, s.id desc limit ${2 * MAX_SUBSCRIPTIONS}`)
  return { data: rows.map(subscriptionOf) }
}

function subscriptionOf(row: Row): Subscription {
  const { id, kind, variant_id, slug, name } = row
  return {
    id,
    kind,
    variant_id,
    slug,
    name,
    variant_title: variantTitle(row),
    picture: pictureView(row.picture),
    price_then: money(row.then_minor, row.currency),
    price_now: money(row.now_minor, row.currency),
    availability: stockBand(row.available).availability,
    created_at: new Date(row.created_at).toISOString(),
  }
}
