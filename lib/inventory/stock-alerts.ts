import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import type { ProductId } from '@/lib/core/ids'
import { newRowId } from './stock-sql'

type Which = { productId?: ProductId }

/**
 * On `product_stock s` and `products p`: sold, counted, and down to its own threshold (R73). What is above every threshold need not be joined:
 * the index on units stops there.
 */
export const isLow: SQL = sql`(s.is_active and p.track_inventory and s.quantity <= p.low_stock_threshold
  and s.quantity <= (select max(low_stock_threshold) from products))`

const ofProduct = ({ productId }: Which): SQL => (productId ? sql`s.product_id = ${productId}` : sql`true`)

/**
 * Opens an alert for a product that is low, or for each that is and has none: at most one is open per product, also when ten ask at once,
 * so one crossing is one alert (R75). What has been restocked meanwhile gets none. One statement. @returns how many were opened
 */
export async function raiseStockAlerts(_ctx: Ctx, which: Which = {}): Promise<number> {
  const rows = await database().execute(sql`
    insert into stock_alerts (id, product_id, quantity, threshold)
    select ${newRowId}, s.product_id, s.quantity, p.low_stock_threshold from product_stock s join products p on p.id = s.product_id
    where ${isLow} and ${ofProduct(which)}
      and not exists (select from stock_alerts a where a.product_id = s.product_id and a.cleared_at is null)
    on conflict (product_id) where cleared_at is null do nothing returning id`)
  return rows.length
}

/** Closes the alert of a product that is not low any more, or of each: restocked, withdrawn, or watched less closely. One statement. @returns how many */
export async function clearStockAlerts(_ctx: Ctx, which: Which = {}): Promise<number> {
  const rows = await database().execute(sql`
    update stock_alerts a set cleared_at = now() from product_stock s join products p on p.id = s.product_id
    where a.product_id = s.product_id and a.cleared_at is null and not ${isLow} and ${ofProduct(which)} returning a.id`)
  return rows.length
}
