import type { ProductCard as Card } from '@/lib/catalog/schemas'
import { ProductCard } from './product-card'

/** A row to be pushed sideways, by finger, wheel or keyboard. It snaps, and the next card always peeks out so that one sees there is more. */
export function Shelf({ cards, label }: { cards: Card[]; label: string }) {
  return (
    <section aria-label={label} className="shelf -mx-[clamp(1rem,4vw,2.5rem)] overflow-x-auto rounded-lg px-[clamp(1rem,4vw,2.5rem)] py-2">
      <ul className="flex snap-x snap-mandatory gap-4 sm:gap-6">
        {cards.map((card) => (
          <li key={card.id} className="w-[44vw] shrink-0 snap-start sm:w-56 xl:w-64">
            <ProductCard card={card} sizes="(min-width: 80rem) 16rem, (min-width: 40rem) 14rem, 44vw" />
          </li>
        ))}
      </ul>
    </section>
  )
}
