import { type SQL, sql } from 'drizzle-orm'
import { refreshCategoryCopies, refreshDerivedColumns } from '@/db/product-columns'
import type { Tx } from '@/db/transaction'
import type { DomainEvent, ProductRef } from '@/lib/core/events'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { publish } from '@/lib/platform/events/publish'
import type { LockedProduct } from './lock-product'
import type { ProductRevision } from './write-schemas'

type Refreshed = { id: ProductId; slug: string; version: number; is_featured: boolean; updated_at: string; category_ids: CategoryId[] }

/**
 * The end of every change to a product: brings the derived columns and the copies in category lists up to date, raises the version
 * that pages compare, and publishes what `eventOf` makes of the product. Under the lock of `lockProduct`. Three statements.
 */
export async function finishProductChange(
  tx: Tx,
  before: LockedProduct,
  eventOf: (ref: ProductRef) => DomainEvent = (ref) => ({ type: 'product.changed', ...ref }),
): Promise<ProductRevision> {
  const [revision] = await finishProductChanges(tx, [before], eventOf)
  if (!revision) throw new Error(`Product ${before.id} has no row in product_stock`)
  return revision
}

/** The same for several, in their order. Three statements, whatever their number. */
export async function finishProductChanges(tx: Tx, befores: LockedProduct[], eventOf: (ref: ProductRef) => DomainEvent): Promise<ProductRevision[]> {
  if (befores.length === 0) return []
  const ids = sql.join(
    befores.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )
  await tx.execute(refreshDerivedColumns(ids))
  await tx.execute(refreshCategoryCopies(ids))
  const refreshed = new Map((await raiseVersions(tx, ids)).map((row) => [row.id, row]))
  return befores.flatMap((before) => {
    const after = refreshed.get(before.id)
    if (!after) return []
    for (const ref of touchedRefs(before, after)) publish(tx, eventOf(ref))
    return { product_id: before.id, slug: after.slug, version: new Date(after.updated_at).toISOString(), page_version: after.version }
  })
}

/** Rows of `product_stock` are locked in the order in which orders lock them. */
async function raiseVersions(tx: Tx, ids: SQL): Promise<Refreshed[]> {
  const rows = await tx.execute<Refreshed>(sql`
    with locked as (select s.product_id from product_stock s where s.product_id in (${ids}) order by s.product_id for update)
    update product_stock s set version = s.version + 1, is_active = p.is_active
    from locked l join products p on p.id = l.product_id where s.product_id = l.product_id
    returning p.id, p.slug, s.version, p.is_featured, p.updated_at,
      array(select c.category_id from category_products c where c.product_id = p.id) as category_ids`)
  return [...rows]
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
