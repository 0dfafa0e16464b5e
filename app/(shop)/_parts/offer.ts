import type { ViewProduct } from '@/app/_client/view'
import type { Variant } from '@/lib/catalog/schemas'
import type { Money } from '@/lib/core/money'

export type Offer = {
  price: Money
  comparePrice: Money | null
  saving: Money | null
  savingPercent: number
  stock: string
  tone: 'good' | 'low' | 'none'
  isSoldOut: boolean
  /** False once the product is withdrawn: nobody has to wait for it. */
  canComeBack: boolean
  /** How many one can take. */
  max: number
}

const MAX_LINE_QUANTITY = 99
/** As in lib/core/stock.ts: from here down the number is a reason to hurry. */
const LOW_STOCK_FROM = 5

/** What one variant costs and whether it can be had: as the page was rendered, then as the view read knows it. */
export function offerOf({ version }: { version: number }, variant: Variant, fresh: ViewProduct | undefined): Offer {
  const isWithdrawn = fresh?.is_active === false
  const live = fresh && fresh.version >= version ? fresh.variants?.find(({ id }) => id === variant.id) : undefined
  const price = live?.price ?? variant.price
  const hasMoved = price.amount !== variant.price.amount
  const comparePrice = !hasMoved && variant.compare_price && variant.compare_price.amount > price.amount ? variant.compare_price : null
  const saving = comparePrice ? { ...price, amount: comparePrice.amount - price.amount } : null
  return {
    price,
    comparePrice,
    saving,
    savingPercent: saving && comparePrice ? Math.round((saving.amount / comparePrice.amount) * 100) : 0,
    canComeBack: !isWithdrawn,
    ...(isWithdrawn ? gone : live ? exactStock(live.quantity) : stockOf(variant)),
  }
}

const gone = { stock: 'No longer sold', tone: 'none', isSoldOut: true, max: 0 } as const

function stockOf({ availability, left }: Variant): Pick<Offer, 'stock' | 'tone' | 'isSoldOut' | 'max'> {
  if (availability === 'in_stock') return { stock: 'In stock', tone: 'good', isSoldOut: false, max: MAX_LINE_QUANTITY }
  return exactStock(left ?? 0)
}

function exactStock(quantity: number | null): Pick<Offer, 'stock' | 'tone' | 'isSoldOut' | 'max'> {
  if (quantity === null) return { stock: 'In stock', tone: 'good', isSoldOut: false, max: MAX_LINE_QUANTITY }
  if (quantity <= 0) return { stock: 'Sold out', tone: 'none', isSoldOut: true, max: 0 }
  const max = Math.min(quantity, MAX_LINE_QUANTITY)
  if (quantity <= LOW_STOCK_FROM) return { stock: `Only ${quantity} left`, tone: 'low', isSoldOut: false, max }
  return { stock: `${quantity} in stock`, tone: 'good', isSoldOut: false, max }
}
