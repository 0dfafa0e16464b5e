'use client'

import { useEffect, useEffectEvent } from 'react'
import { Button } from '@/app/_ui/button'
import { acceptChangesAction } from '@/app/(checkout)/cart/actions'
import type { CartView } from '@/lib/cart/schemas'
import { useShowCart } from './cart-query'
import { useServerAction } from './use-server-action'

/** Takes over everything that the lines say about themselves, in one press, so that a changed cart is never a dead end. */
export function AcceptChanges({ cart, label, onAccepted }: { cart: CartView; label?: string; onAccepted?: () => void }) {
  const showCart = useShowCart()
  const [state, accept, isPending] = useServerAction(acceptChangesAction)

  const accepted = useEffectEvent(() => onAccepted?.())

  useEffect(() => {
    if (state.status !== 'done') return
    showCart(state.value)
    accepted()
  }, [state, showCart])

  if (cart.is_buyable || cart.lines.length === 0) return null
  return (
    <form action={accept} className="grid gap-3">
      <p className="text-sm">{sentences(cart).join(' ')}</p>
      <Button type="submit" size="lg" wide disabled={isPending}>
        {isPending ? 'One moment …' : (label ?? 'Accept the changes')}
      </Button>
      {state.status === 'failed' && (
        <p role="alert" className="font-medium text-danger text-sm">
          {state.message}
        </p>
      )}
    </form>
  )
}

/** What accepting means, before it is pressed. */
function sentences(cart: CartView): string[] {
  const count = (...notices: string[]) => cart.lines.filter((line) => notices.some((notice) => line.notices.some((own) => own === notice))).length
  const gone = count('sold_out', 'withdrawn')
  const fewer = cart.lines.filter((line) => line.notices.includes('quantity_above_stock') && !line.notices.includes('sold_out')).length
  const priced = count('price_up', 'price_down')
  return [
    'Something changed since you filled your cart.',
    gone > 0 && `${gone === 1 ? 'One item' : `${gone} items`} can no longer be bought and will be removed.`,
    fewer > 0 && `${fewer === 1 ? 'One quantity' : `${fewer} quantities`} will be lowered to what is left.`,
    priced > 0 && `${priced === 1 ? 'One price' : `${priced} prices`} will be updated to today’s.`,
  ].filter((sentence): sentence is string => typeof sentence === 'string')
}
