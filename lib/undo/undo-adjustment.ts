import { z } from 'zod'
import { principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { VariantId } from '@/lib/core/ids'
import { moveOnHand } from '@/lib/inventory/move-on-hand'
import type { UndoHandler } from './handler'

const Moved = z.array(z.object({ variant_id: VariantId, delta: z.number().int() }))

/** An adjustment of stock, by the opposite movement: all of it or nothing. What was sold meanwhile stays sold. */
export const undoAdjustment: UndoHandler = {
  permission: 'inventory.write',
  async revert(tx, ctx, { after }) {
    const changes = Moved.parse(after).map(({ variant_id, delta }) => ({ variantId: variant_id, delta: -delta, reason: 'Taken back' }))
    const results = await moveOnHand(tx, changes, { kind: 'adjusted', actor: principalOf(ctx.actor) })
    const held = results.find(({ applied }) => !applied)
    if (held || results.length < changes.length) {
      const which = held ? ` Only ${held.available} of ${held.sku} are free.` : ''
      throw new DomainError('conflict', { detail: `Some of these units are sold or reserved by now, so nothing was taken back.${which}` })
    }
    return {
      before: results.map(({ variantId, sku, available, delta }) => ({ variant_id: variantId, sku, available: available - delta })),
      after: results.map(({ variantId, sku, available, delta }) => ({ variant_id: variantId, sku, available, delta, reason: 'Taken back' })),
      version: 1,
    }
  },
}
