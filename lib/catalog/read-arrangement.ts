import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ProductId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { type Arrangement, MOST_ARRANGED } from './arrange-schemas'
import type { OneCategory } from './category-schemas'
import { pictureView } from './pictures'
import { orderVersion } from './product-order'

/** So many of those that nobody put in order are shown, to be moved up. */
const FOLLOWING = 40

type Row = {
  id: ProductId
  name: string
  price_min_minor: number
  currency: string
  picture: PictureRef | null
  is_active: boolean
  is_placed: boolean
}

/** A category's products in the order of its page, as far as somebody may want to move them. One statement. @throws forbidden, not_found */
export async function readArrangement(ctx: Ctx, { id }: OneCategory): Promise<Arrangement> {
  requireCan(ctx, 'catalog.read')
  const rows = await database().execute<Row | { id: null }>(sql`
    with placed as (
      select product_id, order_key, true as is_placed from category_products
      where category_id = ${id} and position is not null order by position limit ${MOST_ARRANGED}
    ), following as (
      select product_id, order_key, false as is_placed from category_products
      where category_id = ${id} and is_active and position is null order by order_key desc, product_id desc limit ${FOLLOWING + 1}
    )
    select p.id, p.name, p.price_min_minor, s.currency, p.picture, p.is_active, b.is_placed
    from categories c cross join settings s
    left join (select * from placed union all select * from following) b on true left join products p on p.id = b.product_id
    where c.id = ${id} order by b.order_key desc, b.product_id desc`)
  if (rows.length === 0) throw new DomainError('not_found', { detail: 'There is no such category.' })
  const listed = [...rows].flatMap((row) => (row.id === null ? [] : [row]))
  const placed = listed.filter(({ is_placed }) => is_placed)
  const data = listed.slice(0, placed.length + FOLLOWING)
  return {
    arranged: placed.length,
    data: data.map(({ id: productId, name, price_min_minor, currency, picture, is_active }) => ({
      id: productId,
      name,
      price: money(price_min_minor, currency),
      picture: pictureView(picture),
      is_active,
    })),
    is_more: listed.length > data.length,
    version: orderVersion(placed.map((row) => row.id)),
  }
}
