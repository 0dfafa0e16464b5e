'use client'

import type { ReactNode } from 'react'
import { classes } from '@/app/_ui/classes'
import type { CartLine } from '@/lib/cart/schemas'
import { formatMoney } from '@/lib/core/format-money'
import { useShop } from './shop-context'

type Props = { line: CartLine; changeForm: (form: FormData) => void; onChange: (quantity: number) => void }

/** What has to be known about a line before it can be bought, each with the way out beside it. Removing is in the line itself. */
export function CartLineNotices({ line, changeForm, onChange }: Props) {
  const { locale } = useShop()
  const has = (notice: CartLine['notices'][number]) => line.notices.includes(notice)
  const left = line.available ?? 0
  const prices = `from ${formatMoney(line.price, locale)} to ${formatMoney(line.current_price, locale)}`
  return (
    <>
      {has('withdrawn') && <Notice tone="danger">We no longer offer this. Remove it to go on.</Notice>}
      {!has('withdrawn') && has('sold_out') && <Notice tone="danger">Sold out while it was in your cart. Remove it to go on.</Notice>}
      {!has('sold_out') && has('quantity_above_stock') && (
        <Notice tone="warning">
          <span>Only {left} left.</span>
          <form
            action={changeForm}
            onSubmit={(event) => {
              event.preventDefault()
              onChange(left)
            }}
          >
            <input type="hidden" name="id" value={line.id} />
            <input type="hidden" name="quantity" value={left} />
            <button type="submit" className="font-semibold underline underline-offset-4">
              Change to {left}
            </button>
          </form>
        </Notice>
      )}
      {has('price_up') && <Notice tone="warning">The price went up {prices} since you added it.</Notice>}
      {has('price_down') && <Notice tone="drop">Good news: the price fell {prices}.</Notice>}
    </>
  )
}

const tones = { warning: 'bg-warning-soft text-warning', danger: 'bg-danger-soft text-danger', drop: 'bg-drop-soft text-drop' }

function Notice({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return <div className={classes('mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2 text-sm', tones[tone])}>{children}</div>
}
