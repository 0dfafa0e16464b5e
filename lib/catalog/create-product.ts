import { productStock, products, productVariants } from '@/db/schema/catalog'
import { productSales } from '@/db/schema/catalog-lists'
import { inventoryLevels } from '@/db/schema/inventory'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { newId, type ProductId, type VariantId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { finishProductChange } from './finish-product-change'
import { lockProduct } from './lock-product'
import { nameTaken } from './name-taken'
import { placeInCategories } from './place-in-categories'
import { requireHigherComparePrice } from './require-higher-compare-price'
import { requireOptionsFit } from './require-options-fit'
import type { CreateProduct, ProductRevision } from './write-schemas'

/**
 * A new product with its variants, listed in its categories and their ancestors, without stock.
 * @throws forbidden, not_found for a category, invalid_input for a taken slug or SKU, or variants that do not fit the options
 */
export async function createProduct(ctx: Ctx, input: CreateProduct): Promise<ProductRevision> {
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
        isActive: input.is_active,
        trackInventory: input.track_inventory,
        lowStockThreshold: input.low_stock_threshold,
        attributes: input.attributes,
        options: input.options,
      })
      await tx.insert(productStock).values({ productId: id, version: 0 })
      await tx.insert(productSales).values({ productId: id })
      await insertVariants(tx, id, input)
      await placeInCategories(tx, id, [input.primary_category_id, ...(input.category_ids ?? [])])
      return await finishProductChange(tx, await lockProduct(tx, id))
    }),
  )
}

async function insertVariants(tx: Tx, productId: ProductId, { variants, options, price_minor, sku, track_inventory }: CreateProduct): Promise<void> {
  const wanted = variants.length > 0 ? variants : [{ sku, price_minor: null, compare_price_minor: null, options: {} }]
  const rows = wanted.map((variant, position) => {
    requireHigherComparePrice(variant.price_minor ?? price_minor, variant.compare_price_minor)
    requireOptionsFit(variant.options, {
      names: options.map(({ name }) => name),
      taken: wanted.slice(0, position).map((earlier) => earlier.options),
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
}
