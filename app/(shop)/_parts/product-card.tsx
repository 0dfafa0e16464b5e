import type { Route } from 'next'
import { AddToCartForm } from '@/app/_client/add-to-cart-form'
import { CardNumbers } from '@/app/_client/card-numbers'
import { HoverLink } from '@/app/_client/hover-link'
import { WishlistHeart } from '@/app/_client/wishlist-heart'
import { Badge } from '@/app/_ui/badge'
import { Picture } from '@/app/_ui/picture'
import { Stars } from '@/app/_ui/stars'
import type { ProductCard as Card } from '@/lib/catalog/schemas'

const gridSizes = '(min-width: 80rem) 19rem, (min-width: 64rem) 30vw, (min-width: 40rem) 45vw, 46vw'

type Props = { card: Card; eager?: boolean; sizes?: string; heading?: 'h2' | 'h3' }

/** A product in a list. The whole card leads to it; quick add is there when nothing has to be chosen. */
export function ProductCard({ card, eager = false, sizes = gridSizes, heading: Heading = 'h3' }: Props) {
  const isSoldOut = card.availability === 'sold_out'
  const percent = savedPercent(card)
  return (
    <article className="card">
      <div className="tile aspect-square">
        {card.picture && <Picture picture={card.picture} sizes={sizes} eager={eager} alt="" />}
        {card.picture_hover && (
          <span className="card-other">
            <img src={card.picture_hover.src} alt="" width={640} height={640} loading="lazy" decoding="async" />
          </span>
        )}
        {(isSoldOut || percent >= 5) && (
          <span className="absolute top-3 left-3">{isSoldOut ? <Badge>Sold out</Badge> : <Badge tone="drop">−{percent}%</Badge>}</span>
        )}
        {card.default_variant_id && !isSoldOut && (
          <div className="absolute right-3 bottom-3 z-10">
            <AddToCartForm variantId={card.default_variant_id} productName={card.name} quick />
          </div>
        )}
      </div>
      <div className="card-words">
        <Heading className="card-name">
          <HoverLink href={`/p/${card.slug}` as Route} className="card-link">
            {card.name}
          </HoverLink>
        </Heading>
        {card.rating.count > 0 && <Stars average={card.rating.average} count={card.rating.count} />}
        <CardNumbers
          id={card.id}
          version={card.version}
          price={card.price}
          compare_price={card.compare_price}
          availability={card.availability}
          left={card.left}
          isRange={card.price_max.amount > card.price.amount}
        />
      </div>
      {/* After the product itself, so that keyboards and screen readers meet that first. */}
      <WishlistHeart id={card.id} name={card.name} />
    </article>
  )
}

const savedPercent = ({ price, compare_price }: Card) =>
  compare_price && compare_price.amount > price.amount ? Math.round((1 - price.amount / compare_price.amount) * 100) : 0
