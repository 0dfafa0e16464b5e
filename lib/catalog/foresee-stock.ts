import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { VariantId } from '@/lib/core/ids'
import { idList } from '@/lib/inventory/stock-sql'
import { type Plan, type RefusedChange, tooFew } from './change-product'

/**
 * Parts what can be done by what is free now from what would be refused, as the guard of `moveOnHand` does, so that a preview promises no
 * more than the change keeps. One statement, none where no units move.
 */
export async function foreseeStock(tx: Tx, plans: Plan[]): Promise<{ plans: Plan[]; refused: RefusedChange[] }> {
  const moved = plans.flatMap(({ moves }) => moves.map(({ variant_id }) => variant_id))
  if (moved.length === 0) return { plans, refused: [] }
  const levels = await tx.execute<{ id: VariantId; free: number }>(sql`
    select l.variant_id as id, l.on_hand - l.reserved as free from inventory_levels l where l.variant_id = any(${idList(moved)})`)
  const freeOf = new Map(levels.map(({ id, free }) => [id, free]))
  const refused = plans.flatMap((plan): RefusedChange[] => {
    const { product, moves, wanted } = plan
    const short = moves.find(({ variant_id, delta }) => !wanted.track_inventory || (freeOf.get(variant_id) ?? Number.NEGATIVE_INFINITY) + delta < 0)
    return short ? [{ product, error: tooFew(plan, freeOf.get(short.variant_id)) }] : []
  })
  const stuck = new Set(refused.map(({ product }) => product))
  return { plans: plans.filter(({ product }) => !stuck.has(product)), refused }
}
