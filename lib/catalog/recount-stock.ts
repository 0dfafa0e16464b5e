import { sql } from 'drizzle-orm'
import { refreshStockSum } from '@/db/product-columns'
import type { Tx } from '@/db/transaction'
import type { ProductId } from '@/lib/core/ids'

/**
 * Sums a product's available units again after which of them count has changed (a variant came or went, tracking was switched).
 * Levels first, in id order, then the sum: the order in which orders lock them too. A reservation that runs at the same time is
 * therefore either in the sum already or sees the new state. Three statements.
 */
export async function recountStock(tx: Tx, productId: ProductId): Promise<{ before: number; after: number }> {
  await tx.execute(sql`select variant_id from inventory_levels where product_id = ${productId} order by variant_id for update`)
  const [before] = await tx.execute<{ quantity: number }>(sql`select quantity from product_stock where product_id = ${productId} for update`)
  const [after] = await tx.execute<{ quantity: number }>(sql`${refreshStockSum(sql`${productId}::uuid`)} returning s.quantity`)
  if (!before || !after) throw new Error(`Product ${productId} has no row in product_stock`)
  return { before: before.quantity, after: after.quantity }
}
