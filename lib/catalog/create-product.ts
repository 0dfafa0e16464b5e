import { productStock, products, productVariants } from '@/db/schema/catalog'
import { productSales } from '@/db/schema/catalog-lists'
import { inventoryLevels } from '@/db/schema/inventory'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type ProductId, type VariantId } from '@/lib/core/ids'
import { moveOnHand, type OnHandChange } from '@/lib/inventory/move-on-hand'
import { requireCan } from '@/lib/platform/auth/can'
import { finishProductChange } from './finish-product-change'
import { lockProduct } from './lock-product'
import { nameTaken } from './name-taken'
import { placeInCategories } from './place-in-categories'
import { requireHigherComparePrice } from './require-higher-compare-price'
import { requireOptionsFit } from './require-options-fit'
import { writeRecommendations } from './write-products'
import type { CreateProduct, ProductSaved } from './write-schemas'

/**
 * A new product with its variants, listed in its categories and their ancestors, with what is there of it. Taken back it is archived.
 * @throws forbidden also for units without the right to move stock, not_found for a category, invalid_input for a taken slug or SKU, or
 * variants that do not fit the options
 */
export async function createProduct(ctx: Ctx, input: CreateProduct): Promise<ProductSaved> {
  requireCan(ctx, 'catalog.write')
  requireHigherComparePrice(input.price_minor, input.compare_price_minor)
  return await nameTaken(() =>
    transaction(async (tx) => {
      const id = newId<ProductId>()
      await tx.insert(products).values({
        id,
        slug: input.slug,
        name: input.name,
        description: input.description,
        sku: input.sku,
        primaryCategoryId: input.primary_category_id,
        priceMinor: input.price_minor,
        comparePriceMinor: input.compare_price_minor,
        priceMinMinor: input.price_minor,
        priceMaxMinor: input.price_minor,
        isFeatured: input.is_featured,
        isActive: input.status === 'active',
        archivedAt: input.status === 'archived' ? new Date() : null,
        trackInventory: input.track_inventory,
        lowStockThreshold: input.low_stock_threshold,
        weightGrams: input.weight_grams,
        attributes: input.attributes,
        options: input.options,
        seoTitle: input.seo_title,
        seoDescription: input.seo_description,
      })
      await tx.insert(productStock).values({ productId: id, version: 0 })
      await tx.insert(productSales).values({ productId: id })
      const received = await insertVariants(tx, id, input)
      await placeInCategories(tx, id, [input.primary_category_id, ...(input.category_ids ?? [])])
      if (input.recommended_ids) await writeRecommendations(tx, id, input.recommended_ids)
      const revision = await finishProductChange(tx, await lockProduct(tx, id))
      await receive(tx, ctx, received)
      const subject = { type: 'product', id, label: input.name }
      const undo = audited(tx, ctx, { action: 'product.added', subject, after: input, version: revision.version })
      return { ...revision, undo }
    }),
  )
}

/** @returns the units that are there from the start */
async function insertVariants(tx: Tx, productId: ProductId, input: CreateProduct): Promise<OnHandChange[]> {
  const { variants, options, price_minor, sku, stock, track_inventory } = input
  const wanted = variants.length > 0 ? variants : [{ sku, price_minor: null, compare_price_minor: null, options: {}, stock }]
  const rows = wanted.map((variant, position) => {
    const at = variants.length > 0 ? `/variants/${position}` : ''
    requireHigherComparePrice(variant.price_minor ?? price_minor, variant.compare_price_minor, at)
    requireOptionsFit(variant.options, {
      names: options.map(({ name }) => name),
      taken: wanted.slice(0, position).map((earlier) => earlier.options),
      at,
    })
    return {
      id: newId<VariantId>(),
      productId,
      sku: variant.sku,
      priceMinor: variant.price_minor,
      comparePriceMinor: variant.compare_price_minor,
      attributes: variant.options,
      position,
    }
  })
  await tx.insert(productVariants).values(rows)
  await tx.insert(inventoryLevels).values(rows.map(({ id }) => ({ variantId: id, productId, isCounted: track_inventory })))
  return rows.flatMap(({ id, position }) => {
    const delta = wanted[position]?.stock ?? 0
    return delta > 0 ? [{ variantId: id, delta, reason: 'There from the start' }] : []
  })
}

/** @throws forbidden, invalid_input when the product's stock is not counted */
async function receive(tx: Tx, ctx: Ctx, received: OnHandChange[]): Promise<void> {
  if (received.length === 0) return
  requireCan(ctx, 'inventory.write')
  const results = await moveOnHand(tx, received, { kind: 'received', actor: principalOf(ctx.actor) })
  if (results.every(({ applied }) => applied)) return
  throw new DomainError('invalid_input', {
    errors: [{ pointer: '/stock', detail: 'The stock of this product is not counted, so there are no units of it.' }],
  })
}
