import { z } from 'zod'
import { AuditId, ProductId, VariantId } from '@/lib/core/ids'
import { signedNumber, wholeNumber } from '@/lib/core/numbers'
import { type StockReason, stockReasons } from '@/lib/core/stock-reasons'

const reasons = Object.keys(stockReasons) as [StockReason, ...StockReason[]]

export const InventoryFilters = z.object({
  /** Words of the product's name, or of an SKU. */
  q: z.string().trim().max(200).optional(),
  /** `low`: of products that are down to their own threshold, fewest units first. `out`: variants of which nothing is available. */
  level: z.enum(['low', 'out']).optional(),
})
export type InventoryFilters = z.infer<typeof InventoryFilters>

export const ListInventory = InventoryFilters.extend({ cursor: z.string().max(500).optional(), page_size: wholeNumber(1, 100).prefault(50) })
export type ListInventory = z.infer<typeof ListInventory>

/** A variant whose stock is tracked. `available` is what is on hand less what is reserved for orders. */
export const StockLevel = z.object({
  variant_id: VariantId,
  product_id: ProductId,
  product_name: z.string(),
  /** The values of its options, for example `L / Red`; empty when it is the only one. */
  title: z.string(),
  sku: z.string(),
  is_active: z.boolean(),
  on_hand: z.number().int(),
  reserved: z.number().int(),
  available: z.number().int(),
  /** Of the product: what all its variants have together, and from where on that is low. */
  product_available: z.number().int(),
  low_stock_threshold: z.number().int(),
  variants: z.number().int(),
})
export type StockLevel = z.infer<typeof StockLevel>

export const InventoryPage = z.object({ data: z.array(StockLevel), next_cursor: z.string().nullable(), prev_cursor: z.string().nullable() })
export type InventoryPage = z.infer<typeof InventoryPage>

export const ListMovements = z.object({
  id: VariantId,
  cursor: z.string().max(500).optional(),
  page_size: wholeNumber(1, 100).prefault(50),
})
export type ListMovements = z.infer<typeof ListMovements>

export const Movement = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(['received', 'reserved', 'released', 'sold', 'returned', 'adjusted']),
  reason: z.string().nullable(),
  /** A member of staff by name; `shop` for what the shop did by itself, `customer` for what a shopper did. */
  by: z.object({ kind: z.enum(['staff', 'customer', 'shop']), name: z.string().nullable() }),
  /** For those who may see orders. */
  order_number: z.string().nullable(),
  on_hand_delta: z.number().int(),
  reserved_delta: z.number().int(),
  /** What was there after it. */
  on_hand: z.number().int(),
  reserved: z.number().int(),
})
export type Movement = z.infer<typeof Movement>

export const MovementPage = z.object({
  level: StockLevel,
  data: z.array(Movement),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
})
export type MovementPage = z.infer<typeof MovementPage>

/**
 * `units` by the reason: how many came (`received`, `found`), are gone (`damaged`, `lost`), are there (`counted`), or what is to be added,
 * below zero to take away (`other`).
 */
export const AdjustStock = z
  .strictObject({
    changes: z
      .array(z.strictObject({ variant_id: VariantId, units: signedNumber(-1_000_000, 1_000_000) }))
      .min(1)
      .max(500),
    reason: z.enum(reasons),
    note: z.string().trim().max(200).default(''),
  })
  .superRefine(({ changes, reason }, issues) => {
    changes.forEach(({ units }, index) => {
      const message = wrongUnits(reason, units)
      if (message) issues.addIssue({ code: 'custom', path: ['changes', index, 'units'], message })
    })
  })
export type AdjustStock = z.infer<typeof AdjustStock>

function wrongUnits(reason: StockReason, units: number): string | null {
  if (reason === 'counted') return units < 0 ? 'Write how many are there: 0 or more.' : null
  if (reason === 'other') return units === 0 ? 'Write what is to be added, for example 3, or -3 to take away.' : null
  return units < 1 ? 'Write how many: 1 or more.' : null
}

/** With what became of each variant; what is not `applied` had too few units that are not reserved. `undo` is the row of the log. */
export const StockAdjusted = z.object({
  results: z.array(z.object({ variant_id: VariantId, sku: z.string(), is_applied: z.boolean(), available: z.number().int() })),
  undo: AuditId.nullable(),
})
export type StockAdjusted = z.infer<typeof StockAdjusted>

export const SetThreshold = z.strictObject({ product_id: ProductId, low_stock_threshold: wholeNumber(0, 1_000_000) })
export type SetThreshold = z.infer<typeof SetThreshold>

export const ThresholdSet = z.object({ low_stock_threshold: z.number().int(), undo: AuditId.nullable() })
export type ThresholdSet = z.infer<typeof ThresholdSet>
