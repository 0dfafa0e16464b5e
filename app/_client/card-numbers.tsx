'use client'

import { Price } from '@/app/_ui/price'
import type { ProductCard } from '@/lib/catalog/schemas'
import { useShop } from './shop-context'
import { StockLine } from './stock-line'
import { useViewProduct } from './view'

type Props = Pick<ProductCard, 'id' | 'version' | 'price' | 'compare_price' | 'availability' | 'left'> & { isRange: boolean }

/** Price and stock of a card: as the page was rendered, then as the view read says, if that is newer. */
export function CardNumbers({ id, version, price, compare_price, availability, left, isRange }: Props) {
  const { locale } = useShop()
  const fresh = useViewProduct(id)
  const now = fresh && fresh.version >= version ? fresh : null
  const hasMoved = now !== null && now.price.amount !== price.amount
  return (
    <>
      <Price price={now?.price ?? price} comparePrice={hasMoved ? null : compare_price} locale={locale} from={isRange} />
      <StockLine
        availability={now?.availability ?? availability}
        left={now ? (now.availability === 'low' ? now.quantity : null) : left}
        isQuiet
        className="text-sm"
      />
    </>
  )
}
