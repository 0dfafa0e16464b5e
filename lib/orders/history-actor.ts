import { type Actor, principalOf } from '@/lib/core/context'

/** Who did it, for the order's history and the stock ledger: `guest`, `user:{id}` or `system:{name}`. Never a guest's key. */
export const historyActor = (actor: Actor): string => (actor.kind === 'guest' ? 'guest' : principalOf(actor))
