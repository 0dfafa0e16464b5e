import { eq } from 'drizzle-orm'
import { type ProductOption, products, productVariants } from '@/db/schema/catalog'
import { inventoryLevels } from '@/db/schema/inventory'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type VariantId } from '@/lib/core/ids'
import { bandChanged } from '@/lib/core/stock'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { finishProductChange } from './finish-product-change'
import { type LockedProduct, lockProduct } from './lock-product'
import { nameTaken } from './name-taken'
import { recountStock } from './recount-stock'
import { requireHigherComparePrice } from './require-higher-compare-price'
import { requireOptionsFit } from './require-options-fit'
import type { ProductRevision, SaveVariant } from './write-schemas'

type VariantRow = typeof productVariants.$inferSelect

/**
 * Adds a variant to a product or changes one. A value that an option did not have is added to the option. A variant that is
 * switched off keeps its stock, which then no longer counts.
 * @throws forbidden, not_found, invalid_input for a taken SKU, or options that do not fit or exist already
 */
export async function saveVariant(ctx: Ctx, input: SaveVariant): Promise<ProductRevision & { variant_id: VariantId }> {
  requireCan(ctx, 'catalog.write')
  return await nameTaken(() => transaction((tx) => save(tx, input)))
}

async function save(tx: Tx, input: SaveVariant): Promise<ProductRevision & { variant_id: VariantId }> {
  const product = await lockProduct(tx, input.product_id)
  const siblings = await tx.select().from(productVariants).where(eq(productVariants.productId, product.id))
  const before = siblings.find(({ id }) => id === input.variant_id)
  if (input.variant_id !== undefined && !before) throw new DomainError('not_found', { detail: 'This product has no such variant.' })
  const row = merged(product, siblings, before, input)
  await write(tx, product, row, before)
  const counted = before && before.isActive !== row.isActive ? await recountStock(tx, product.id) : null
  const revision = await finishProductChange(tx, product, (ref) => {
    if (counted && bandChanged(counted.before, counted.after)) publish(tx, { type: 'stock.band_changed', ...counted, ...ref })
    return { type: 'product.changed', ...ref }
  })
  return { ...revision, variant_id: row.id }
}

function merged(product: LockedProduct, siblings: VariantRow[], before: VariantRow | undefined, input: SaveVariant) {
  const sku = input.sku ?? before?.sku
  if (sku === undefined) throw new DomainError('invalid_input', { errors: [{ pointer: '/sku', detail: 'A new variant needs a SKU.' }] })
  const row = {
    id: before?.id ?? newId<VariantId>(),
    productId: product.id,
    sku,
    priceMinor: input.price_minor === undefined ? (before?.priceMinor ?? null) : input.price_minor,
    comparePriceMinor: input.compare_price_minor === undefined ? (before?.comparePriceMinor ?? null) : input.compare_price_minor,
    attributes: input.options ?? before?.attributes ?? {},
    isActive: input.is_active ?? before?.isActive ?? true,
    position: input.position ?? before?.position ?? siblings.length,
  }
  requireHigherComparePrice(row.priceMinor ?? product.priceMinor, row.comparePriceMinor)
  const taken = siblings.filter(({ id }) => id !== row.id).map(({ attributes }) => attributes)
  requireOptionsFit(row.attributes, { names: product.options.map(({ name }) => name), taken })
  return row
}

async function write(tx: Tx, product: LockedProduct, row: ReturnType<typeof merged>, before: VariantRow | undefined): Promise<void> {
  if (before) {
    await tx.update(productVariants).set(row).where(eq(productVariants.id, row.id))
  } else {
    await tx.insert(productVariants).values(row)
    await tx.insert(inventoryLevels).values({ variantId: row.id, productId: product.id, isCounted: row.isActive && product.trackInventory })
  }
  const options = product.options.map((option) => withValue(option, row.attributes[option.name]))
  await tx.update(products).set({ options, updatedAt: new Date() }).where(eq(products.id, product.id))
}

const withValue = (option: ProductOption, value: string | undefined): ProductOption =>
  value === undefined || option.values.includes(value) ? option : { ...option, values: [...option.values, value] }
