import { eq } from 'drizzle-orm'
import { products } from '@/db/schema/catalog'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { ProductId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { finishProductChange } from './finish-product-change'
import { lockProduct } from './lock-product'
import type { ProductRevision } from './write-schemas'

/** What publishing and withdrawing have in common. @throws forbidden, not_found */
export async function setProductActive(ctx: Ctx, productId: ProductId, isActive: boolean): Promise<ProductRevision> {
  requireCan(ctx, 'catalog.write')
  return await transaction(async (tx) => {
    const product = await lockProduct(tx, productId)
    await tx.update(products).set({ isActive }).where(eq(products.id, product.id))
    return await finishProductChange(tx, product)
  })
}
