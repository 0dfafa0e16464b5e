'use client'

import { useState } from 'react'
import { classes } from '@/app/_ui/classes'
import { Picture } from '@/app/_ui/picture'
import { changeItemAction, removeItemAction } from '@/app/(checkout)/cart/actions'
import type { CartLine } from '@/lib/cart/schemas'
import { formatMoney } from '@/lib/core/format-money'
import { CartLineNotices } from './cart-line-notices'
import { useChangeItem } from './cart-query'
import { QuantityStepper } from './quantity-stepper'
import { useShop } from './shop-context'
import { useServerAction } from './use-server-action'

/** As in the schema of the API; not imported, so that no page carries the parser. */
const MAX_LINE_QUANTITY = 99

type Props = { line: CartLine; isNew?: boolean; onRemove: (line: CartLine) => void; reason?: string }

/** One line of the cart, in the drawer and on the page. Each control is a form of its own, so that all of them work without JavaScript. */
export function CartLineRow({ line, isNew = false, onRemove, reason }: Props) {
  const { locale } = useShop()
  const change = useChangeItem()
  const [wanted, setWanted] = useState<number | null>(null)
  const [changed, changeForm] = useServerAction(changeItemAction)
  const [removed, removeForm] = useServerAction(removeItemAction)
  const canBeBought = !line.notices.includes('withdrawn') && !line.notices.includes('sold_out')
  const problem =
    change.error?.message ??
    reason ??
    (changed.status === 'failed' ? changed.message : undefined) ??
    (removed.status === 'failed' ? removed.message : undefined)

  function changeTo(quantity: number) {
    setWanted(quantity)
    change.mutate({ id: line.id, quantity }, { onSettled: () => setWanted(null) })
  }

  return (
    <li
      className={classes(
        'grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 gap-y-2 py-5 min-[30rem]:grid-cols-[6.5rem_minmax(0,1fr)]',
        isNew && 'cart-line-new',
      )}
    >
      <a
        href={`/p/${line.slug}`}
        tabIndex={-1}
        aria-label={line.name}
        className={classes('tile aspect-square self-start', !canBeBought && 'opacity-60 grayscale')}
      >
        {line.picture && <Picture picture={line.picture} sizes="104px" alt="" />}
      </a>
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <h3 className="leading-snug">
              <a href={`/p/${line.slug}`} className="underline-offset-4 hover:underline">
                {line.name}
              </a>
            </h3>
            {line.variant_title && <p className="text-sm text-muted">{line.variant_title}</p>}
          </div>
          <p className="tabular shrink-0 text-right font-semibold">
            <span className="sr-only">Together </span>
            {formatMoney(line.line_total, locale)}
            {line.quantity > 1 && <span className="block text-sm font-normal text-muted">{formatMoney(line.price, locale)} each</span>}
          </p>
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          {canBeBought && (
            <QuantityStepper
              action={changeForm}
              lineId={line.id}
              name={nameOf(line)}
              quantity={wanted ?? line.quantity}
              max={Math.min(MAX_LINE_QUANTITY, line.available ?? MAX_LINE_QUANTITY)}
              onChange={changeTo}
            />
          )}
          <form
            action={removeForm}
            onSubmit={(event) => {
              event.preventDefault()
              onRemove(line)
            }}
          >
            <input type="hidden" name="id" value={line.id} />
            <input type="hidden" name="variant_id" value={line.variant_id} />
            <input type="hidden" name="quantity" value={line.quantity} />
            <button type="submit" className="min-h-8 rounded-md px-1 text-sm text-muted underline underline-offset-4 hover:text-ink">
              Remove<span className="sr-only"> {nameOf(line)}</span>
            </button>
          </form>
        </div>
        {problem && (
          <p role="alert" className="mt-2 text-sm font-medium text-danger">
            {problem}
          </p>
        )}
        <CartLineNotices line={line} changeForm={changeForm} onChange={changeTo} />
      </div>
    </li>
  )
}

export const nameOf = ({ name, variant_title }: Pick<CartLine, 'name' | 'variant_title'>) => (variant_title ? `${name}, ${variant_title}` : name)
