import { eq } from 'drizzle-orm'
import { productVariants } from '@/db/schema/catalog'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { changeProduct } from './change-product'
import { type LockedProduct, lockProduct } from './lock-product'
import type { ProductState } from './product-state'
import { revisionOf } from './save-product'
import type { ChangePrice, ProductEdit, ProductRevision } from './write-schemas'

/**
 * Sets the price of a product, or of one variant (null gives it the product's price again). Carts keep the price they saw and show
 * the difference; every page with the product falls. It is in the log as a change of the product, and can be taken back.
 * @throws forbidden, not_found, invalid_input when the former price is not above the new one
 */
export async function changePrice(ctx: Ctx, input: ChangePrice): Promise<ProductRevision> {
  requireCan(ctx, 'catalog.write')
  return await transaction(async (tx) => {
    const product = 'product_id' in input ? await lockProduct(tx, input.product_id) : await lockProductOf(tx, input.variant_id)
    const change = await changeProduct(tx, ctx, product, (state) => editOf(state, input))
    if (!change) return await revisionOf(tx, product)
    const { before, after, revision } = change
    const subject = { type: 'product', id: product.id, label: product.name }
    audited(tx, ctx, { action: 'product.changed', subject, before, after, version: revision.version })
    return revision
  })
}

async function lockProductOf(tx: Tx, variantId: VariantId): Promise<LockedProduct> {
  const [variant] = await tx.select({ productId: productVariants.productId }).from(productVariants).where(eq(productVariants.id, variantId))
  if (!variant) throw new DomainError('not_found', { detail: 'There is no such variant.' })
  return await lockProduct(tx, variant.productId)
}

function editOf({ variants }: ProductState, input: ChangePrice): ProductEdit {
  const { price_minor, compare_price_minor } = input
  if ('product_id' in input) return { price_minor: input.price_minor, compare_price_minor }
  const priced = (variant: ProductState['variants'][number]) => ({
    ...variant,
    price_minor,
    compare_price_minor: compare_price_minor === undefined ? variant.compare_price_minor : compare_price_minor,
  })
  return { variants: variants.map((variant) => (variant.id === input.variant_id ? priced(variant) : variant)) }
}
