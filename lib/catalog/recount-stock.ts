import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { refreshStockSum } from '@/db/product-columns'
import { type Tx, transaction } from '@/db/transaction'
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

/** Statements that move stock end by their timeout before that. */
const OTHERS_END_MS = 6_000

/**
 * Counts again when no statement that began before this call is running any more. Only queueing behind them for the levels' locks would not
 * do: Postgres gives a lock that becomes free to whoever comes first.
 */
export async function recountStockBehindOthers(productId: ProductId): Promise<void> {
  const [began] = await database().execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
  const isSomebodyBefore = async () => {
    const [row] = await database().execute<{ is_so: boolean }>(sql`
      select exists (select from pg_stat_activity where datname = current_database() and state = 'active' and backend_xmin is not null
        and pid <> pg_backend_pid() and query_start < ${began?.at ?? 'now'}::timestamptz) as is_so`)
    return row?.is_so ?? false
  }
  for (const until = Date.now() + OTHERS_END_MS; Date.now() < until && (await isSomebodyBefore()); ) await sleep(20)
  await transaction((tx) => recountStock(tx, productId))
}
