import { eq, sql } from 'drizzle-orm'
import { closeDatabase, database } from '@/db/client'
import { products, productVariants } from '@/db/schema/catalog'
import { changePrice } from '@/lib/catalog/change-price'
import { systemCtx } from '@/lib/core/context'
import type { ProductId, VariantId } from '@/lib/core/ids'
import { bulkAdjustStock } from '@/lib/inventory/bulk-adjust-stock'

const ctx = systemCtx('e2e')

/** What staff do in the dashboard, done by a process beside the shop. */
export async function requireProduct(
  slug: string,
): Promise<{ id: ProductId; priceMinor: number; variants: { id: VariantId; options: Record<string, string> }[] }> {
  const [product] = await database().select({ id: products.id, priceMinor: products.priceMinor }).from(products).where(eq(products.slug, slug))
  if (!product) throw new Error(`The demo catalogue has no ${slug}`)
  const variants = await database()
    .select({ id: productVariants.id, options: productVariants.attributes })
    .from(productVariants)
    .where(eq(productVariants.productId, product.id))
    .orderBy(productVariants.position)
  return { ...product, variants }
}

/** Leaves exactly `units` to buy. */
export async function leaveInStock(variantId: VariantId, units: number): Promise<void> {
  const [level] = await database().execute<{ available: number }>(
    sql`select on_hand - reserved as available from inventory_levels where variant_id = ${variantId}`,
  )
  if (!level) throw new Error('This variant has no stock of its own')
  await bulkAdjustStock(ctx, [{ variantId, delta: units - level.available }])
}

export async function setPrice(slug: string, priceMinor: number): Promise<void> {
  const { id } = await requireProduct(slug)
  await changePrice(ctx, { product_id: id, price_minor: priceMinor })
}

export { closeDatabase }
