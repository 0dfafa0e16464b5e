/** Stock as shared pages show it. Only a change of band invalidates a page; the exact number arrives with the personal read. */
export type Availability = 'in_stock' | 'low' | 'sold_out'

/** From this many units down the shop says "Only n left". */
export const LOW_STOCK_FROM = 5

/** The band of an available quantity. Untracked variants are always in stock: pass `null`. Within `low` each number is a band of its own. */
export function stockBand(quantity: number | null): { availability: Availability; left: number | null } {
  if (quantity === null || quantity > LOW_STOCK_FROM) return { availability: 'in_stock', left: null }
  return quantity > 0 ? { availability: 'low', left: quantity } : { availability: 'sold_out', left: 0 }
}

/** True when a page that shows `before` would have to change to show `after`. */
export const bandChanged = (before: number, after: number): boolean => Math.min(before, LOW_STOCK_FROM + 1) !== Math.min(after, LOW_STOCK_FROM + 1)
