import { eq } from 'drizzle-orm'
import { productStock } from '@/db/schema/catalog'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { changeProduct, versionOf } from './change-product'
import { type LockedProduct, lockProduct } from './lock-product'
import { staleProduct } from './stale-product'
import type { ProductRevision, ProductSaved, SaveProduct } from './write-schemas'

/**
 * Changes a product: texts, facts, status, prices, options, variants, categories, recommendations. Fields that are not sent stay. It is in
 * the log with what changed, and can be taken back.
 * @throws forbidden, not_found, invalid_input for a taken slug or SKU and what does not fit together, stale when somebody else saved since
 */
export async function saveProduct(ctx: Ctx, { product_id, version, seen, ...edit }: SaveProduct): Promise<ProductSaved> {
  requireCan(ctx, 'catalog.write')
  return await transaction(async (tx) => {
    const product = await lockProduct(tx, product_id)
    if (version !== undefined && version !== versionOf(product)) throw await staleProduct(tx, product, seen ?? edit)
    const change = await changeProduct(tx, ctx, product, edit)
    if (!change) return { ...(await revisionOf(tx, product)), undo: null }
    const { before, after, revision } = change
    const undo = audited(tx, ctx, {
      action: 'product.changed',
      subject: { type: 'product', id: product_id, label: after.name ?? product.name },
      before,
      after,
      version: revision.version,
    })
    return { ...revision, undo }
  })
}

/** Of a product that stays as it is. */
export async function revisionOf(tx: Tx, product: LockedProduct): Promise<ProductRevision> {
  const [row] = await tx.select({ version: productStock.version }).from(productStock).where(eq(productStock.productId, product.id))
  return { product_id: product.id, slug: product.slug, version: versionOf(product), page_version: row?.version ?? 1 }
}
