import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { Picture } from '@/app/_ui/picture'
import type { ProductCard } from '@/lib/catalog/schemas'

/** The window of the shop: a sentence, two ways in, and five featured things arranged like a display. */
export function Hero({ cards }: { cards: ProductCard[] }) {
  const shown = cards.filter((card) => card.picture !== null).slice(0, places.length)
  return (
    <section className="page grid items-center gap-8 pt-6 pb-8 md:pt-10 lg:min-h-[36rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:gap-14">
      <div>
        <h1 className="text-display">Good things, well made, ready to send.</h1>
        <p className="measure mt-5 max-w-[46ch] text-lg text-muted">
          Headphones, raincoats, teapots, telescopes. Each one chosen to be used every day, and the number on the shelf is the number you see.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Link href="/search?sort=best_selling" prefetch={false} className={button({ size: 'lg' })}>
            See what people love
          </Link>
          <Link href="/search?sort=newest" prefetch={false} className={button({ look: 'quiet', size: 'lg' })}>
            Just in
          </Link>
        </div>
      </div>
      <ul className="grid aspect-[6/5] grid-cols-6 grid-rows-5 gap-3 sm:gap-4">
        {shown.map((card, index) => (
          <li key={card.id} className={places[index]}>
            <Link href={`/p/${card.slug}`} prefetch={false} aria-label={card.name} className="tile group block size-full">
              {card.picture && (
                <Picture
                  picture={card.picture}
                  sizes={index === 0 ? '(min-width: 64rem) 27rem, 62vw' : '(min-width: 64rem) 14rem, 32vw'}
                  eager
                  alt=""
                />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One large, one tall, the others around them. */
const places = ['col-span-4 row-span-3', 'col-span-2 row-span-2', 'col-span-2 row-span-3', 'col-span-2 row-span-2', 'col-span-2 row-span-2']
