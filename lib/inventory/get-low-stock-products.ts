import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'
import type { ProductId } from '@/lib/core/ids'

export type LowStockProduct = { id: ProductId; name: string; sku: string; quantity: number }

/** Tracked, active products with at most `threshold` units available, or at most their own threshold (R73), fewest first, at most 1,000. One statement. */
export async function getLowStockProducts(reader: Reader, threshold?: number): Promise<LowStockProduct[]> {
  const rows = await reader.execute<LowStockProduct>(sql`
    select p.id, p.name, p.sku, s.quantity from product_stock s join products p on p.id = s.product_id
    where s.is_active and p.track_inventory and s.quantity <= coalesce(${threshold ?? null}::int, p.low_stock_threshold)
    order by s.quantity, p.id limit 1000`)
  return [...rows]
}
