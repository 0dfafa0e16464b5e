import { eq } from 'drizzle-orm'
import { products, productVariants } from '@/db/schema/catalog'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { finishProductChange } from './finish-product-change'
import { type LockedProduct, lockProduct } from './lock-product'
import { requireHigherComparePrice } from './require-higher-compare-price'
import type { ChangePrice, ProductRevision } from './write-schemas'

/**
 * Sets the price of a product, or of one variant (null gives it the product's price again). Carts keep the price they saw and show
 * the difference; every page with the product falls. One transaction, at most 8 statements.
 * @throws forbidden, not_found, invalid_input when the former price is not above the new one
 */
export async function changePrice(ctx: Ctx, input: ChangePrice): Promise<ProductRevision> {
  requireCan(ctx, 'catalog.write')
  return await transaction(async (tx) => {
    const product = 'product_id' in input ? await lockProduct(tx, input.product_id) : await lockProductOf(tx, input.variant_id)
    if ('product_id' in input) {
      const comparePriceMinor = input.compare_price_minor === undefined ? product.comparePriceMinor : input.compare_price_minor
      requireHigherComparePrice(input.price_minor, comparePriceMinor)
      await tx.update(products).set({ priceMinor: input.price_minor, comparePriceMinor }).where(eq(products.id, product.id))
    } else {
      await setVariantPrice(tx, product, input)
    }
    return await finishProductChange(tx, product, (ref) => ({ type: 'price.changed', ...ref }))
  })
}

async function lockProductOf(tx: Tx, variantId: VariantId): Promise<LockedProduct> {
  const [variant] = await tx.select({ productId: productVariants.productId }).from(productVariants).where(eq(productVariants.id, variantId))
  if (!variant) throw new DomainError('not_found', { detail: 'There is no such variant.' })
  return await lockProduct(tx, variant.productId)
}

type VariantPrice = Extract<ChangePrice, { variant_id: VariantId }>

async function setVariantPrice(tx: Tx, product: LockedProduct, { variant_id, price_minor, compare_price_minor }: VariantPrice): Promise<void> {
  const [variant] = await tx.select().from(productVariants).where(eq(productVariants.id, variant_id))
  if (!variant) throw new DomainError('not_found', { detail: 'There is no such variant.' })
  const comparePriceMinor = compare_price_minor === undefined ? variant.comparePriceMinor : compare_price_minor
  requireHigherComparePrice(price_minor ?? product.priceMinor, comparePriceMinor)
  await tx.update(productVariants).set({ priceMinor: price_minor, comparePriceMinor }).where(eq(productVariants.id, variant_id))
  await tx.update(products).set({ updatedAt: new Date() }).where(eq(products.id, product.id))
}
