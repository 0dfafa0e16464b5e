import { eq } from 'drizzle-orm'
import { products } from '@/db/schema/catalog'
import type { Tx } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { bandChanged } from '@/lib/core/stock'
import { moveOnHand } from '@/lib/inventory/move-on-hand'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { editedProduct, type StockMove } from './edited-product'
import { finishProductChange } from './finish-product-change'
import type { LockedProduct } from './lock-product'
import { nameTaken } from './name-taken'
import { placeInCategories } from './place-in-categories'
import { differenceOf, type ProductState, readState } from './product-state'
import { recountStock } from './recount-stock'
import type { ProductEdit, ProductRevision } from './write-schemas'
import { writeRecommendations, writeVariants } from './write-variants'

/** What a change made of what, both in the words of `ProductEdit`: the one puts it back, the other does it again. */
export type ProductChange = { before: ProductEdit; after: ProductEdit; revision: ProductRevision }

/**
 * Changes anything of a product under its lock, with all that follows: copies in lists, prices, counted stock, versions and events.
 * Null when nothing is different. Fifteen statements when everything changes at once.
 * @throws forbidden for units without the right to move stock, not_found, invalid_input
 */
export async function changeProduct(tx: Tx, ctx: Ctx, product: LockedProduct, edit: ProductEdit): Promise<ProductChange | null> {
  const state = await readState(tx, product)
  const { after: wanted, moves } = editedProduct(state, edit)
  const { before, after } = differenceOf(state, wanted)
  if (Object.keys(after).length === 0 && moves.length === 0) return null
  return await nameTaken(async () => {
    await writeColumns(tx, product, wanted)
    if (after.variants) await writeVariants(tx, product.id, wanted)
    const counted = isCountedAnew(state, wanted) ? await recountStock(tx, product.id) : null
    await moveStock(tx, ctx, moves)
    if (after.primary_category_id || after.category_ids) await placeInCategories(tx, product.id, [wanted.primary_category_id, ...wanted.category_ids])
    if (after.recommended_ids) await writeRecommendations(tx, product.id, wanted.recommended_ids)
    const revision = await finishProductChange(tx, product, (ref) => {
      if (counted && bandChanged(counted.before, counted.after)) publish(tx, { type: 'stock.band_changed', ...counted, ...ref })
      return { type: isPriceChanged(before, after) ? 'price.changed' : 'product.changed', ...ref }
    })
    return { before: { ...before, ...movesBack(moves) }, after: { ...after, ...(moves.length > 0 && { stock: moves }) }, revision }
  })
}

/** What editors compare: of two changes within a millisecond the second is a later version too. */
export const versionOf = ({ updatedAt }: Pick<LockedProduct, 'updatedAt'>): string => updatedAt.toISOString()

async function writeColumns(tx: Tx, { id, updatedAt, archivedAt }: LockedProduct, wanted: ProductState): Promise<void> {
  await tx
    .update(products)
    .set({
      name: wanted.name,
      slug: wanted.slug,
      description: wanted.description,
      sku: wanted.sku,
      isActive: wanted.status === 'active',
      archivedAt: wanted.status === 'archived' ? (archivedAt ?? new Date()) : null,
      priceMinor: wanted.price_minor,
      comparePriceMinor: wanted.compare_price_minor,
      primaryCategoryId: wanted.primary_category_id,
      attributes: wanted.attributes,
      isFeatured: wanted.is_featured,
      trackInventory: wanted.track_inventory,
      lowStockThreshold: wanted.low_stock_threshold,
      seoTitle: wanted.seo_title,
      seoDescription: wanted.seo_description,
      options: wanted.options,
      updatedAt: new Date(Math.max(Date.now(), updatedAt.getTime() + 1)),
    })
    .where(eq(products.id, id))
}

const isCountedAnew = (before: ProductState, after: ProductState): boolean =>
  before.track_inventory !== after.track_inventory ||
  after.variants.some(({ id, is_active }) => (before.variants.find((variant) => variant.id === id)?.is_active ?? is_active) !== is_active)

/** @throws forbidden, invalid_input when fewer units are free than shall go */
async function moveStock(tx: Tx, ctx: Ctx, moves: StockMove[]): Promise<void> {
  if (moves.length === 0) return
  requireCan(ctx, 'inventory.write')
  const changes = moves.map(({ variant_id, delta }) => ({ variantId: variant_id, delta, reason: 'Changed with the product' }))
  const results = await moveOnHand(tx, changes, { kind: 'adjusted', actor: principalOf(ctx.actor) })
  const refused = moves.findIndex(({ variant_id }) => results.every((result) => result.variantId !== variant_id || !result.applied))
  if (refused === -1) return
  const available = results.find(({ variantId }) => variantId === moves[refused]?.variant_id)?.available ?? 0
  throw new DomainError('invalid_input', {
    errors: [
      {
        pointer: '/stock',
        detail: `Only ${available} units of a variant are free; the others are reserved for orders or gone, or its stock is not counted.`,
      },
    ],
  })
}

const movesBack = (moves: StockMove[]) => moves.length > 0 && { stock: moves.map(({ variant_id, delta }) => ({ variant_id, delta: -delta })) }

function isPriceChanged(before: ProductEdit, after: ProductEdit): boolean {
  if (after.price_minor !== undefined || after.compare_price_minor !== undefined) return true
  return (after.variants ?? []).some((variant) => {
    const former = before.variants?.find(({ id }) => id === variant.id)
    return former && (former.price_minor !== variant.price_minor || former.compare_price_minor !== variant.compare_price_minor)
  })
}
