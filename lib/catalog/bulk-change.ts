import { DomainError } from '@/lib/core/errors'
import type { BulkChange } from './bulk-schemas'
import type { ProductState } from './product-state'
import type { ProductEdit } from './write-schemas'

/** What a bulk change makes of one product. Pure. @throws invalid_input where it makes no sense */
export function bulkChange(change: BulkChange, state: ProductState): ProductEdit {
  switch (change.kind) {
    case 'price':
      return withPrices(state, (minor) => changedPrice(change, minor))
    case 'status':
      return { status: change.status }
    case 'category':
      return change.as === 'main'
        ? { primary_category_id: change.category_id, category_ids: [...state.category_ids, state.primary_category_id] }
        : { category_ids: [...state.category_ids, change.category_id] }
    case 'stock':
      if (!state.track_inventory) throw new DomainError('invalid_input', { detail: 'Its stock is not counted.' })
      return { stock: state.variants.filter(({ is_active }) => is_active).map(({ id }) => ({ variant_id: id, delta: change.delta })) }
  }
}

/** A former price that is no longer above the price goes. */
function withPrices({ price_minor, compare_price_minor, variants }: ProductState, next: (minor: number) => number): ProductEdit {
  const price = next(price_minor)
  const stillAbove = (former: number | null, now: number) => (former !== null && former > now ? former : null)
  return {
    price_minor: price,
    compare_price_minor: stillAbove(compare_price_minor, price),
    variants: variants.map((variant) => {
      const own = variant.price_minor === null ? null : next(variant.price_minor)
      return { ...variant, price_minor: own, compare_price_minor: stillAbove(variant.compare_price_minor, own ?? price) }
    }),
  }
}

/** Rounded half up to whole minor units. @throws invalid_input when nothing would be left of it */
function changedPrice({ by, value }: Extract<BulkChange, { kind: 'price' }>, minor: number): number {
  const next = by === 'amount' ? minor + value : Math.round(minor * (1 + value / 100))
  if (next < 0) throw new DomainError('invalid_input', { detail: 'Its price would be below zero.' })
  return next
}
