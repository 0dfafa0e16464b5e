import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { ProductId, VariantId } from '@/lib/core/ids'
import { moveOnHand } from './move-on-hand'

export type StockRequest = {
  productId: ProductId
  quantity: number
  /** May be left out for a product without options. */
  variantId?: VariantId
  actor: string
}

/**
 * Takes units off the shelf if that many are available and the product is sold; true when it happened, false when nothing changed (R69).
 * Untracked products always have enough. Two statements.
 * @throws not_found for an unknown product, invalid_input when a product with options is named without its variant.
 */
export async function allocateStock(tx: Tx, { quantity, ...request }: StockRequest): Promise<boolean> {
  return shift(tx, request, -quantity, 'allocated')
}

/** Puts units back that `allocateStock` took (R70). Withdrawn products take them too. Two statements. @throws like `allocateStock` */
export async function deallocateStock(tx: Tx, { quantity, ...request }: StockRequest): Promise<boolean> {
  return shift(tx, request, quantity, 'deallocated')
}

async function shift(tx: Tx, request: Omit<StockRequest, 'quantity'>, delta: number, reason: string): Promise<boolean> {
  const { variantId, isTracked } = await requireVariant(tx, request)
  if (!isTracked) return true
  const [result] = await moveOnHand(tx, [{ variantId, delta, reason }], { kind: 'adjusted', actor: request.actor }, delta < 0)
  return result?.applied ?? false
}

async function requireVariant(tx: Tx, { productId, variantId }: Pick<StockRequest, 'productId' | 'variantId'>) {
  const rows = await tx.execute<{ id: VariantId; track_inventory: boolean }>(sql`
    select v.id, p.track_inventory from product_variants v join products p on p.id = v.product_id
    where p.id = ${productId} and ${variantId ? sql`v.id = ${variantId}` : sql`true`} limit 2`)
  const [first, second] = rows
  if (!first) throw new DomainError('not_found', { detail: 'There is no such product or variant.' })
  if (second) throw new DomainError('invalid_input', { errors: [{ pointer: '/variant_id', detail: 'This product has several variants. Name one.' }] })
  return { variantId: first.id, isTracked: first.track_inventory }
}
