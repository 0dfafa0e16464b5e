import { sql } from 'drizzle-orm'
import { refreshCategoryCopies, refreshDerivedColumns } from '@/db/product-columns'
import type { Tx } from '@/db/transaction'
import type { DomainEvent, ProductRef } from '@/lib/core/events'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { publish } from '@/lib/platform/events/publish'
import type { LockedProduct } from './lock-product'
import type { ProductRevision } from './write-schemas'

type Refreshed = { slug: string; version: number; is_featured: boolean; updated_at: string; category_ids: CategoryId[] }

/**
 * The end of every change to a product: brings the derived columns and the copies in category lists up to date, raises the version
 * that pages compare, and publishes what `eventOf` makes of the product. Under the lock of `lockProduct`. Three statements.
 */
export async function finishProductChange(
  tx: Tx,
  before: LockedProduct,
  eventOf: (ref: ProductRef) => DomainEvent = (ref) => ({ type: 'product.changed', ...ref }),
): Promise<ProductRevision> {
  const id = sql`${before.id}::uuid`
  await tx.execute(refreshDerivedColumns(id))
  await tx.execute(refreshCategoryCopies(id))
  const after = await raiseVersion(tx, before.id)
  for (const ref of touchedRefs(before, after)) publish(tx, eventOf(ref))
  return { product_id: before.id, slug: after.slug, version: after.version, updated_at: new Date(after.updated_at).toISOString() }
}

async function raiseVersion(tx: Tx, productId: ProductId): Promise<Refreshed> {
  const [row] = await tx.execute<Refreshed>(sql`
    update product_stock s set version = s.version + 1, is_active = p.is_active
    from products p where p.id = s.product_id and s.product_id = ${productId}
    returning p.slug, s.version, p.is_featured, p.updated_at,
      array(select c.category_id from category_products c where c.product_id = p.id) as category_ids`)
  if (!row) throw new Error(`Product ${productId} has no row in product_stock`)
  return row
}

/** A page falls when the product leaves it as well as when it comes to it: both slugs, all categories, featured before or after. */
function touchedRefs(before: LockedProduct, after: Refreshed): ProductRef[] {
  const common = {
    productId: before.id,
    categoryIds: [...new Set([...before.categoryIds, ...after.category_ids])],
    isFeatured: before.isFeatured || after.is_featured,
  }
  return [...new Set([before.slug, after.slug])].map((slug) => ({ ...common, slug }))
}
