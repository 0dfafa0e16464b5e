import { type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/transaction'
import type { Actor } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { type CartId, newId } from '@/lib/core/ids'

/**
 * Locks the actor's active cart, making it when there is none. Two first adds at once meet at the partial unique index and end in
 * one cart. While the lock is held nobody else changes its lines, and it cannot be completed. One statement.
 * @throws unauthenticated when nobody is there to own a cart.
 */
export async function lockOrCreateCart(tx: Reader, actor: Actor): Promise<CartId> {
  const { column, value } = ownerOf(actor) ?? { column: null, value: null }
  if (!column) throw new DomainError('unauthenticated', { detail: 'A cart needs an owner. POST /api/v1/cart returns a Cart-Token.' })
  const [row] = await tx.execute<{ id: CartId }>(sql`
    insert into carts (id, ${column}, currency) values (${newId()}, ${value}, (select currency from settings where id = 1))
    on conflict (${column}) where completed_at is null do update set updated_at = now()
    returning id`)
  if (!row) throw new Error('An upsert returned no row')
  return row.id
}

/** Locks the actor's active cart. Null when there is none. One statement. */
export async function lockCart(tx: Tx, actor: Actor): Promise<CartId | null> {
  const [row] = await tx.execute<{ id: CartId }>(sql`select c.id from carts c where ${isActiveCartOf(actor)} for update`)
  return row?.id ?? null
}

/** @throws not_found when the actor has no cart. */
export async function requireCart(tx: Tx, actor: Actor): Promise<CartId> {
  const cartId = await lockCart(tx, actor)
  if (!cartId) throw new DomainError('not_found', { detail: 'There is no cart yet. Put something into it first.' })
  return cartId
}

/** A condition on `carts c`. */
export function isActiveCartOf(actor: Actor): SQL {
  const owner = ownerOf(actor)
  return owner ? sql`c.${owner.column} = ${owner.value} and c.completed_at is null` : sql`false`
}

function ownerOf(actor: Actor): { column: SQL; value: string } | null {
  if (actor.kind === 'user') return { column: sql`user_id`, value: actor.userId }
  if (actor.kind === 'guest' && actor.sessionKey) return { column: sql`session_key`, value: actor.sessionKey }
  return null
}
