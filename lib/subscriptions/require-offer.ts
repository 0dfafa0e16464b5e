import { sql } from 'drizzle-orm'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import type { Tx } from '@/db/transaction'
import { variantTitle } from '@/lib/cart/cart-view'
import { pictureView } from '@/lib/catalog/pictures'
import type { Picture } from '@/lib/catalog/schemas'
import type { Actor } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ProductId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import type { Subscribe } from './schemas'

export type SubscribedOffer = {
  product_id: ProductId
  name: string
  slug: string
  price_minor: number
  variant_title: string
  picture: Picture | null
  /** The address of the account that asks. */
  own_email: string | null
  is_own_verified: boolean
}

type Row = Omit<SubscribedOffer, 'picture' | 'variant_title'> & {
  picture: PictureRef | null
  attributes: Record<string, string>
  options: ProductOption[]
  available: number | null
}

/**
 * What the wish is about, and the address of the person who asks. One statement.
 * @throws not_found for withdrawn or unknown variants, conflict for "back in stock" of what can be had.
 */
export async function requireOffer(tx: Tx, actor: Actor, { variant_id: variantId, kind }: Subscribe): Promise<SubscribedOffer> {
  const userId = actor.kind === 'user' ? actor.userId : null
  const [row] = await tx.execute<Row>(sql`
    select p.id as product_id, p.name, p.slug, p.picture, p.options, v.attributes, coalesce(v.price_minor, p.price_minor) as price_minor, ${availableUnits} as available,
      u.email as own_email, u.email_verified is true as is_own_verified
    from product_variants v
    join products p on p.id = v.product_id
    left join inventory_levels l on l.variant_id = v.id
    left join users u on u.id = ${userId}::uuid
    where v.id = ${variantId} and v.is_active and p.is_active`)
  if (!row) throw new DomainError('not_found', { detail: 'This item is no longer sold.' })
  if (kind === 'back_in_stock' && row.available !== 0) throw new DomainError('conflict', { detail: 'Good news: it is in stock. You can buy it now.' })
  return { ...row, variant_title: variantTitle(row), picture: pictureView(row.picture) }
}
