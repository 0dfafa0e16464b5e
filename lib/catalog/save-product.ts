import { and, eq } from 'drizzle-orm'
import { products } from '@/db/schema/catalog'
import { categoryProducts } from '@/db/schema/catalog-lists'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { finishProductChange } from './finish-product-change'
import { type LockedProduct, lockProduct } from './lock-product'
import { nameTaken } from './name-taken'
import { placeInCategories } from './place-in-categories'
import { recountStock } from './recount-stock'
import type { ProductRevision, SaveProduct } from './write-schemas'

/**
 * Changes the texts, facts and categories of a product. Fields that are not sent stay.
 * @throws forbidden, not_found, invalid_input for a taken slug, stale when somebody else saved since `expected_updated_at`
 */
export async function saveProduct(ctx: Ctx, input: SaveProduct): Promise<ProductRevision> {
  requireCan(ctx, 'catalog.write')
  return await nameTaken(() =>
    transaction(async (tx) => {
      const product = await lockProduct(tx, input.product_id)
      requireUnchanged(product, input.expected_updated_at)
      await tx
        .update(products)
        .set({
          name: input.name,
          slug: input.slug,
          description: input.description,
          primaryCategoryId: input.primary_category_id,
          attributes: input.attributes,
          isFeatured: input.is_featured,
          trackInventory: input.track_inventory,
          lowStockThreshold: input.low_stock_threshold,
          updatedAt: new Date(),
        })
        .where(eq(products.id, product.id))
      await placeAnew(tx, product, input)
      if (input.track_inventory !== undefined && input.track_inventory !== product.trackInventory) await recountStock(tx, product.id)
      return await finishProductChange(tx, product)
    }),
  )
}

function requireUnchanged(product: LockedProduct, expectedUpdatedAt: string | undefined): void {
  if (expectedUpdatedAt === undefined || product.updatedAt.getTime() === new Date(expectedUpdatedAt).getTime()) return
  const { name, slug, description, attributes, updatedAt } = product
  throw new DomainError('stale', {
    detail: 'Somebody else has saved this product since you opened it. Look at their changes, then save again.',
    extra: { current: { name, slug, description, attributes, updated_at: updatedAt.toISOString() } },
  })
}

async function placeAnew(tx: Tx, product: LockedProduct, { primary_category_id, category_ids }: SaveProduct): Promise<void> {
  if (primary_category_id === undefined && category_ids === undefined) return
  const further = category_ids ?? (await directCategories(tx, product)).filter((id) => id !== product.primaryCategoryId)
  await placeInCategories(tx, product.id, [primary_category_id ?? product.primaryCategoryId, ...further])
}

async function directCategories(tx: Tx, { id }: LockedProduct) {
  const rows = await tx
    .select({ id: categoryProducts.categoryId })
    .from(categoryProducts)
    .where(and(eq(categoryProducts.productId, id), eq(categoryProducts.isDirect, true)))
  return rows.map((row) => row.id)
}
