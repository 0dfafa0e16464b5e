import { AcceptChanges } from '@/app/_client/accept-changes'
import { Notice } from '@/app/_ui/notice'
import type { CartView } from '@/lib/cart/schemas'
import { formatMoney } from '@/lib/core/format-money'

export type ChangedLinesProps = { cart: CartView; locale: string; onAccepted: () => void }

/** What changed in the cart, line by line, in front of the one button that takes it over. */
export function ChangedLines({ cart, locale, onAccepted }: ChangedLinesProps) {
  return (
    <Notice tone="warning" className="mb-6">
      <ul className="mb-3 grid list-disc gap-1 pl-5 text-sm">
        {cart.lines
          .filter((line) => line.notices.length > 0)
          .map((line) => (
            <li key={line.id}>
              <strong>{line.name}</strong>: {line.notices.map((notice) => changeWords[notice](line, locale)).join(' ')}
            </li>
          ))}
      </ul>
      <AcceptChanges cart={cart} label="Accept and continue" onAccepted={onAccepted} />
    </Notice>
  )
}

type Line = CartView['lines'][number]

const prices = (line: Line, locale: string) => `from ${formatMoney(line.price, locale)} to ${formatMoney(line.current_price, locale)}`

const changeWords: Record<Line['notices'][number], (line: Line, locale: string) => string> = {
  price_up: (line, locale) => `the price went up ${prices(line, locale)}.`,
  price_down: (line, locale) => `the price fell ${prices(line, locale)}.`,
  quantity_above_stock: (line) => `only ${line.available} left, you wanted ${line.quantity}.`,
  sold_out: () => 'sold out.',
  withdrawn: () => 'no longer offered.',
}
