import { eq } from 'drizzle-orm'
import { products } from '@/db/schema/catalog'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { finishProductChange } from './finish-product-change'
import { lockProduct } from './lock-product'
import type { ProductRevision, SetFeatured } from './write-schemas'

/** Puts a product among the featured ones of the home page, or takes it away. @throws forbidden, not_found */
export async function setFeatured(ctx: Ctx, { product_id, is_featured }: SetFeatured): Promise<ProductRevision> {
  requireCan(ctx, 'catalog.write')
  return await transaction(async (tx) => {
    const product = await lockProduct(tx, product_id)
    await tx.update(products).set({ isFeatured: is_featured }).where(eq(products.id, product.id))
    return await finishProductChange(tx, product)
  })
}
