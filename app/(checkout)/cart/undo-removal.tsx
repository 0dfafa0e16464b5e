'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { useServerAction } from '@/app/_client/use-server-action'
import { Button } from '@/app/_ui/button'
import { addItemAction } from './actions'

/** Puts a removed line back, for people without JavaScript: removing is undone by adding. */
export function UndoRemoval({ variantId, quantity }: { variantId: string; quantity: number }) {
  const [state, add] = useServerAction(addItemAction)
  return (
    <form action={add}>
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="quantity" value={quantity} />
      <Button type="submit" look="quiet" size="sm">
        Undo
      </Button>
      <FormProblem state={state} />
    </form>
  )
}
