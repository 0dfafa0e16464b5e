import { sql } from 'drizzle-orm'
import { refreshStockSum } from '@/db/product-columns'
import type { Tx } from '@/db/transaction'
import type { ProductId } from '@/lib/core/ids'

/**
 * Lets a product's levels count or not, after a variant came or went or tracking was switched, and sums anew. Under the lock of
 * `lockProduct`. Levels first, in id order, then the sum: the order in which orders lock them too. Whoever moved units before us is in the
 * sum, and whoever waits for us finds the level switched, so nothing is left to do after the commit. Four statements, because only a
 * statement that begins with all locks held reads everything as it is.
 */
export async function recountStock(tx: Tx, productId: ProductId): Promise<{ before: number; after: number }> {
  await tx.execute(sql`select from inventory_levels where product_id = ${productId} order by variant_id for update`)
  const [before] = await tx.execute<{ quantity: number }>(sql`select quantity from product_stock where product_id = ${productId} for update`)
  await tx.execute(sql`
    update inventory_levels l set is_counted = v.is_active and p.track_inventory from product_variants v join products p on p.id = v.product_id
    where v.id = l.variant_id and l.product_id = ${productId} and l.is_counted <> (v.is_active and p.track_inventory)`)
  const [after] = await tx.execute<{ quantity: number }>(sql`${refreshStockSum(sql`${productId}::uuid`)} returning s.quantity`)
  if (!before || !after) throw new Error(`Product ${productId} has no row in product_stock`)
  return { before: before.quantity, after: after.quantity }
}
