import { stringify } from 'csv-stringify/sync'
import type { Ctx } from '@/lib/core/context'
import { inMajorUnits } from '@/lib/core/format-money'
import { requireCan } from '@/lib/platform/auth/can'
import { eachProduct } from './list-all-products'
import type { ExportProducts, StaffProductSummary } from './staff-schemas'

/**
 * The list of products as a spreadsheet reads it. Cells that a spreadsheet would run as a formula are made harmless.
 * @throws forbidden, before anything is sent
 */
export function productsAsCsv(ctx: Ctx, query: ExportProducts): AsyncIterable<string> {
  requireCan(ctx, 'catalog.read')
  return lines(ctx, query)
}

const columns = ['name', 'sku', 'variants', 'status', 'category', 'price', 'price_to', 'currency', 'stock', 'address', 'changed_at']

async function* lines(ctx: Ctx, { sort, ...filters }: ExportProducts): AsyncIterable<string> {
  yield stringify([columns])
  for await (const products of eachProduct(ctx, filters, sort)) yield stringify(products.map(lineOf), { escape_formulas: true })
}

const lineOf = ({ name, sku, variants, status, category, price, price_max, stock, slug, updated_at }: StaffProductSummary) => [
  name,
  sku,
  String(variants),
  status,
  category.name,
  inMajorUnits(price),
  inMajorUnits(price_max),
  price.currency,
  stock === null ? '' : String(stock),
  `/p/${slug}`,
  updated_at,
]
