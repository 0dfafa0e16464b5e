import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import type { ProductId } from '@/lib/core/ids'
import { findCategory } from './find-category'

/**
 * The product that was at this address before and is elsewhere now, or null. One that is not for sale has no address to lead to, but may
 * have one again: who keeps the answer has to know of it. One statement.
 */
export async function findMovedProduct(_ctx: Ctx, slug: string): Promise<{ id: ProductId; slug: string; is_active: boolean } | null> {
  const [row] = await database().execute<{ id: ProductId; slug: string; is_active: boolean }>(sql`
    select p.id, p.slug, p.is_active from former_slugs f join products p on p.id = f.product_id where f.kind = 'product' and f.slug = ${slug}`)
  return row ?? null
}

/** The slug that a category in the shop has now which was at this address before, or null. Two statements at most. */
export async function findMovedCategory(ctx: Ctx, slug: string): Promise<string | null> {
  const [row] = await database().execute<{ slug: string }>(sql`
    select c.slug from former_slugs f join categories c on c.id = f.category_id
    where f.kind = 'category' and f.slug = ${slug.toLowerCase()}`)
  return row && (await findCategory(ctx, row.slug)) ? row.slug : null
}
