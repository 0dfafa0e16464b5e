import { Notice } from '@/app/_ui/notice'
import { MAX_CART_LINES } from '@/lib/cart/schemas'
import { errorTitle } from '@/lib/core/errors'
import { VariantId } from '@/lib/core/ids'
import { UndoRemoval } from './undo-removal'

type Query = Record<string, string | string[] | undefined>

/** What just happened, for people without JavaScript: a refused item, or a removed one with the way back. Words come from here, never from the address. */
export function CartNews({ query }: { query: Query }) {
  const removed = VariantId.safeParse(query.removed)
  if (removed.success) {
    return (
      <Notice role="status" className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <span>The item is out of your cart.</span>
        <UndoRemoval variantId={removed.data} quantity={Number(query.quantity) || 1} />
      </Notice>
    )
  }
  const missing = Number(query.missing) || 0
  if (missing > 0) {
    return (
      <Notice tone="warning" role="status" className="mt-4">
        {missing === 1 ? 'One item could not be put back' : `${missing} items could not be put back`}, or not all of it: there is not enough left.
      </Notice>
    )
  }
  if (query.joined === 'fewer') {
    return (
      <Notice tone="warning" role="status" className="mt-4">
        Your two carts are one now, but not everything fitted: of some items fewer are left than both held together, or the cart was full with its{' '}
        {MAX_CART_LINES} different items.
      </Notice>
    )
  }
  if (typeof query.refused !== 'string') return null
  return (
    <Notice tone="warning" role="alert" className="mt-4">
      {refusal(query.refused)}
    </Notice>
  )
}

function refusal(code: string): string {
  if (code === 'out_of_stock') return 'No more of this item are left, so it was not added.'
  if (code === 'not_found') return 'This item is no longer sold, so it was not added.'
  if (code === 'invalid_input') return 'Your cart already holds as many of this item as one order may have.'
  return Object.hasOwn(errorTitle, code)
    ? `${errorTitle[code as keyof typeof errorTitle]}. The item was not added.`
    : 'The item was not added. Please try again.'
}
