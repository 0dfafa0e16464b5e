import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import { variantTitle } from '@/lib/cart/cart-view'
import { pictureView } from '@/lib/catalog/pictures'
import type { SubscriptionId } from '@/lib/core/ids'
import { readConfirmToken, readUnsubscribeToken } from './link-tokens'
import type { LinkedSubscription } from './schemas'

/** What a link to confirm is about. Null when it is not ours, has ended, or the wish is gone. At most one statement. */
export async function findSubscriptionToConfirm(token: string): Promise<LinkedSubscription | null> {
  const id = readConfirmToken(token)
  return id && (await findById(id))
}

/** What a link to unsubscribe is about. Null when it is not ours or the wish is gone. At most one statement. */
export async function findSubscriptionToEnd(token: string): Promise<LinkedSubscription | null> {
  const id = readUnsubscribeToken(token)
  return id && (await findById(id))
}

type Row = Pick<LinkedSubscription, 'kind' | 'slug' | 'name' | 'is_confirmed'> & {
  picture: PictureRef | null
  attributes: Record<string, string>
  options: ProductOption[]
}

async function findById(id: SubscriptionId): Promise<LinkedSubscription | null> {
  const [row] = await database().execute<Row>(sql`
    select s.kind, p.slug, p.name, p.picture, p.options, v.attributes, s.confirmed_at is not null as is_confirmed
    from subscriptions s join products p on p.id = s.product_id join product_variants v on v.id = s.variant_id
    where s.id = ${id}`)
  if (!row) return null
  const { kind, slug, name, is_confirmed } = row
  return { kind, slug, name, variant_title: variantTitle(row), picture: pictureView(row.picture), is_confirmed }
}
