import { classes } from '@/app/_ui/classes'
import type { ProductCard as Card } from '@/lib/catalog/schemas'
import { ProductCard } from './product-card'

/** Two columns on a phone, four on a wide screen. The first row is loaded at once where the list starts on the first screen. */
type Props = { cards: Card[]; eager?: number; heading?: 'h2' | 'h3'; columns?: 3 | 4 }

export function ProductGrid({ cards, eager = 0, heading, columns = 4 }: Props) {
  return (
    <ul className={classes('grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 md:grid-cols-3 lg:gap-y-12', columns === 4 && 'xl:grid-cols-4')}>
      {cards.map((card, index) => (
        <li key={card.id}>
          <ProductCard card={card} eager={index < eager} heading={heading} />
        </li>
      ))}
    </ul>
  )
}
