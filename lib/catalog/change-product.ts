import type { Tx } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { bandChanged } from '@/lib/core/stock'
import { moveOnHand } from '@/lib/inventory/move-on-hand'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { editedProduct, type StockMove } from './edited-product'
import { finishProductChanges } from './finish-product-change'
import type { LockedProduct } from './lock-product'
import { nameTaken } from './name-taken'
import { placeAllInCategories } from './place-in-categories'
import { differenceOf, type ProductState, readStates } from './product-state'
import { recountStock } from './recount-stock'
import { writeColumns, writeRecommendations, writeVariants } from './write-products'
import type { ProductEdit, ProductRevision } from './write-schemas'

/** What a change made of what, both in the words of `ProductEdit`: the one puts it back, the other does it again. */
export type ProductChange = { product: LockedProduct; before: ProductEdit; after: ProductEdit; revision: ProductRevision }
export type RefusedChange = { product: LockedProduct; error: DomainError }

/** How a product shall be: an edit, or what makes one of what it is. */
type Edit = ProductEdit | ((state: ProductState) => ProductEdit)

/**
 * Changes anything of a product under its lock, with all that follows: copies in lists, prices, counted stock, versions and events.
 * Null when nothing is different. Fifteen statements when everything changes at once.
 * @throws forbidden for units without the right to move stock, not_found, invalid_input
 */
export async function changeProduct(tx: Tx, ctx: Ctx, product: LockedProduct, edit: Edit): Promise<ProductChange | null> {
  const { changes, refused } = await changeProducts(tx, ctx, [{ product, edit }])
  if (refused[0]) throw refused[0].error
  return changes[0] ?? null
}

/** The same for many at once, each as far as it can be changed: what is refused says why. The number of statements is that of one. @throws forbidden */
export async function changeProducts(
  tx: Tx,
  ctx: Ctx,
  wishes: { product: LockedProduct; edit: Edit }[],
): Promise<{ changes: ProductChange[]; refused: RefusedChange[] }> {
  const { plans, refused } = await planChanges(tx, wishes)
  if (plans.length === 0) return { changes: [], refused }
  if (plans.some(({ moves }) => moves.length > 0)) requireCan(ctx, 'inventory.write')
  return await nameTaken(async () => {
    await writeColumns(
      tx,
      plans.filter((plan) => !isMoveAlone(plan)),
    )
    await writeVariants(
      tx,
      plans.filter(({ after }) => after.variants),
    )
    for (const plan of plans.filter(isCountedAnew)) plan.counted = await recountStock(tx, plan.product.id)
    const stuck = await moveStock(tx, ctx, plans)
    // Those that only move units get their version now: what cannot move stays as nobody has changed it.
    await writeColumns(
      tx,
      plans.filter((plan) => isMoveAlone(plan) && !stuck.has(plan)),
    )
    await placeAllInCategories(
      tx,
      plans
        .filter(({ after }) => after.primary_category_id || after.category_ids)
        .map(({ product, wanted }) => ({ productId: product.id, categoryIds: [wanted.primary_category_id, ...wanted.category_ids] })),
    )
    for (const { product, after, wanted } of plans) if (after.recommended_ids) await writeRecommendations(tx, product.id, wanted.recommended_ids)
    const done = plans.filter((plan) => !stuck.has(plan))
    return { changes: await finish(tx, done), refused: [...refused, ...[...stuck].map(([{ product }, error]) => ({ product, error }))] }
  })
}

/** What editors compare. */
export const versionOf = ({ updatedAt }: Pick<LockedProduct, 'updatedAt'>): string => updatedAt.toISOString()

export type Plan = {
  product: LockedProduct
  state: ProductState
  wanted: ProductState
  before: Partial<ProductState>
  after: Partial<ProductState>
  moves: StockMove[]
  counted?: { before: number; after: number }
}

/** What each becomes; those that stay as they are are left out. One statement. */
export async function planChanges(
  reader: Parameters<typeof readStates>[0],
  wishes: { product: LockedProduct; edit: Edit }[],
): Promise<{ plans: Plan[]; refused: RefusedChange[] }> {
  const states = await readStates(
    reader,
    wishes.map(({ product }) => product),
  )
  const plans: Plan[] = []
  const refused: RefusedChange[] = []
  for (const { product, edit } of wishes) {
    const state = states.get(product.id)
    if (!state) throw new Error(`Product ${product.id} is gone`)
    try {
      const { after: wanted, moves } = editedProduct(state, typeof edit === 'function' ? edit(state) : edit)
      const difference = differenceOf(state, wanted)
      if (Object.keys(difference.after).length > 0 || moves.length > 0) plans.push({ product, state, wanted, ...difference, moves })
    } catch (error) {
      if (!isDomainError(error)) throw error
      refused.push({ product, error })
    }
  }
  return { plans, refused }
}

async function finish(tx: Tx, plans: Plan[]): Promise<ProductChange[]> {
  const byId = new Map(plans.map((plan) => [plan.product.id, plan]))
  const revisions = await finishProductChanges(
    tx,
    plans.map(({ product }) => product),
    (ref) => {
      const plan = byId.get(ref.productId)
      if (plan?.counted && bandChanged(plan.counted.before, plan.counted.after)) publish(tx, { type: 'stock.band_changed', ...plan.counted, ...ref })
      return { type: plan && isPriceChanged(plan) ? 'price.changed' : 'product.changed', ...ref }
    },
  )
  return revisions.flatMap((revision) => {
    const plan = byId.get(revision.product_id)
    if (!plan) return []
    const { product, before, after, moves } = plan
    const back = moves.map(({ variant_id, delta }) => ({ variant_id, delta: -delta }))
    const units = moves.length > 0
    return { product, before: { ...before, ...(units && { stock: back }) }, after: { ...after, ...(units && { stock: moves }) }, revision }
  })
}

const isMoveAlone = ({ after }: Plan): boolean => Object.keys(after).length === 0

const isCountedAnew = ({ state, wanted }: Plan): boolean =>
  state.track_inventory !== wanted.track_inventory ||
  wanted.variants.some(({ id, is_active }) => (state.variants.find((variant) => variant.id === id)?.is_active ?? is_active) !== is_active)

/** One statement for all units. Where fewer are free than shall go nothing of the product is moved: it is in the answer. */
async function moveStock(tx: Tx, ctx: Ctx, plans: Plan[]): Promise<Map<Plan, DomainError>> {
  const stuck = new Map<Plan, DomainError>()
  const changes = plans.flatMap(({ moves }) =>
    moves.map(({ variant_id, delta }) => ({ variantId: variant_id, delta, reason: 'Changed with the product' })),
  )
  const cause = { kind: 'adjusted' as const, actor: principalOf(ctx.actor) }
  const results = new Map((await moveOnHand(tx, changes, cause)).map((result) => [result.variantId, result]))
  const applied: typeof changes = []
  for (const plan of plans) {
    const refused = plan.moves.find(({ variant_id }) => !results.get(variant_id)?.applied)
    if (!refused) continue
    stuck.set(plan, tooFew(plan, results.get(refused.variant_id)?.available))
    applied.push(
      ...plan.moves.flatMap(({ variant_id, delta }) =>
        results.get(variant_id)?.applied ? [{ variantId: variant_id, delta: -delta, reason: 'Another variant could not be changed' }] : [],
      ),
    )
  }
  await moveOnHand(tx, applied, cause)
  return stuck
}

/** Why units could not be moved: so many are free, or nobody counts them. */
export const tooFew = ({ wanted }: Plan, available: number | undefined) =>
  new DomainError('invalid_input', {
    errors: [
      {
        pointer: '/stock',
        detail:
          available === undefined || !wanted.track_inventory
            ? 'The stock of this product is not counted.'
            : `Only ${available} ${available === 1 ? 'unit of a variant is' : 'units of a variant are'} free; what is reserved for orders stays there.`,
      },
    ],
  })

function isPriceChanged({ before, after }: Plan): boolean {
  if (after.price_minor !== undefined || after.compare_price_minor !== undefined) return true
  return (after.variants ?? []).some((variant) => {
    const former = before.variants?.find(({ id }) => id === variant.id)
    return former && (former.price_minor !== variant.price_minor || former.compare_price_minor !== variant.compare_price_minor)
  })
}
