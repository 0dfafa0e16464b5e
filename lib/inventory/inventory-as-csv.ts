import { stringify } from 'csv-stringify/sync'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { eachLevel } from './list-inventory'
import type { InventoryFilters, StockLevel } from './schemas'

/**
 * The list of stock levels as a spreadsheet reads it. Cells that a spreadsheet would run as a formula are made harmless.
 * @throws forbidden, before anything is sent
 */
export function inventoryAsCsv(ctx: Ctx, filters: InventoryFilters): AsyncIterable<string> {
  requireCan(ctx, 'inventory.write')
  return lines(ctx, filters)
}

const columns = ['product', 'variant', 'sku', 'for_sale', 'on_hand', 'reserved', 'available', 'product_available', 'low_from']

async function* lines(ctx: Ctx, filters: InventoryFilters): AsyncIterable<string> {
  yield stringify([columns])
  for await (const levels of eachLevel(ctx, filters)) yield stringify(levels.map(lineOf), { escape_formulas: true })
}

const lineOf = ({ product_name, title, sku, is_active, on_hand, reserved, available, product_available, low_stock_threshold }: StockLevel) => [
  product_name,
  title,
  sku,
  is_active ? 'yes' : 'no',
  String(on_hand),
  String(reserved),
  String(available),
  String(product_available),
  String(low_stock_threshold),
]
