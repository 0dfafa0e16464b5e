'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_ui/button'
import { idle } from '@/lib/web/action-state'
import { addItemAction } from './actions'

/** Puts a removed line back, for people without JavaScript: removing is undone by adding. */
export function UndoRemoval({ variantId, quantity }: { variantId: string; quantity: number }) {
  const [, add] = useActionState(addItemAction, idle)
  return (
    <form action={add}>
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="quantity" value={quantity} />
      <Button type="submit" look="quiet" size="sm">
        Undo
      </Button>
    </form>
  )
}
