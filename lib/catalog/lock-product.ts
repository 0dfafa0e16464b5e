import { asc, eq, inArray, sql } from 'drizzle-orm'
import { products } from '@/db/schema/catalog'
import { categoryProducts } from '@/db/schema/catalog-lists'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { CategoryId, ProductId } from '@/lib/core/ids'

export type LockedProduct = typeof products.$inferSelect & { categoryIds: CategoryId[] }

/**
 * The product, held until the end of the transaction: whoever changes its prices, texts, variants or rating comes through here,
 * so that columns derived from several rows are derived by one writer at a time. Orders do not wait for it. One statement.
 * @throws not_found
 */
export async function lockProduct(tx: Tx, productId: ProductId): Promise<LockedProduct> {
  const [row] = await tx
    .select({ product: products, categoryIds })
    .from(products)
    .where(eq(products.id, productId))
    .for('no key update', { of: products })
  if (!row) throw new DomainError('not_found', { detail: 'There is no such product.' })
  return { ...row.product, categoryIds: row.categoryIds }
}

/** Several of them, in the order of their ids, so that two who lock the same ones do not wait for each other. One statement. */
export async function lockProducts(tx: Tx, ids: ProductId[]): Promise<LockedProduct[]> {
  const rows = await tx
    .select({ product: products, categoryIds })
    .from(products)
    .where(inArray(products.id, ids))
    .orderBy(asc(products.id))
    .for('no key update', { of: products })
  return rows.map(({ product, categoryIds: places }) => ({ ...product, categoryIds: places }))
}

/** Read without the lock, so it may miss what a writer before us just did: `finishProductChange` reads them again. */
const categoryIds = sql<
  CategoryId[]
>`array(select ${categoryProducts.categoryId} from ${categoryProducts} where ${categoryProducts.productId} = ${products.id})`
