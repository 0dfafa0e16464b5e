import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
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
  const { kind, value } = requireOwner(actor)
  const [row] = await upsertCart[kind](tx, { id: newId(), owner: value })
  if (!row) throw new Error('An upsert returned no row')
  return row.id
}

/** Locks the actor's active cart. Null when there is none. One statement, sent at once. */
export async function lockCart(tx: Tx, actor: Actor): Promise<CartId | null> {
  const owner = ownerOf(actor)
  if (!owner) return null
  const [row] = await selectCartForUpdate[owner.kind](tx, { owner: owner.value })
  return row?.id ?? null
}

/** @throws not_found when the actor has no cart. */
export async function requireCart(tx: Tx, actor: Actor): Promise<CartId> {
  const cartId = await lockCart(tx, actor)
  if (!cartId) throw new DomainError('not_found', { detail: 'There is no cart yet. Put something into it first.' })
  return cartId
}

type OwnerKind = 'user' | 'guest'

export function ownerOf(actor: Actor): { kind: OwnerKind; value: string } | null {
  if (actor.kind === 'user') return { kind: 'user', value: actor.userId }
  if (actor.kind === 'guest' && actor.sessionKey) return { kind: 'guest', value: actor.sessionKey }
  return null
}

/** @throws unauthenticated */
export function requireOwner(actor: Actor): { kind: OwnerKind; value: string } {
  const owner = ownerOf(actor)
  if (!owner) throw new DomainError('unauthenticated', { detail: 'A cart needs an owner. POST /api/v1/cart returns a Cart-Token.' })
  return owner
}

/** The same statement for both kinds of owner: `owns` is a condition on `carts c`, `column` where the owner stands. */
export function byOwner<T>(make: (owns: (owner: Placeholder) => SQL, column: SQL) => T): Record<OwnerKind, T> {
  const of = (column: SQL) => make((owner) => sql`c.${column} = ${owner} and c.completed_at is null`, column)
  return { user: of(sql`user_id`), guest: of(sql`session_key`) }
}

const upsertCart = byOwner((_, column) =>
  statement<{ id: CartId }, { id: string; owner: string }>(
    ({ id, owner }) => sql`
      insert into carts (id, ${column}, currency) values (${id}, ${owner}, (select currency from settings where id = 1))
      on conflict (${column}) where completed_at is null do update set updated_at = now()
      returning id`,
  ),
)

const selectCartForUpdate = byOwner((owns) =>
  statement<{ id: CartId }, { owner: string }>(({ owner }) => sql`select c.id from carts c where ${owns(owner)} for update`),
)
