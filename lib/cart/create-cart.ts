import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statement } from '@/db/statement'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { settingsJson } from '@/lib/settings/read-settings'
import { byOwner, lockOrCreateCart, requireOwner } from './active-cart'
import { cartView } from './cart-view'
import { type CartJson, cartJson, cartRow, readAt, readCartOf } from './read-cart'
import type { CartView } from './schemas'

/**
 * The actor's cart, made when there is none. The token that was made for this request is in the answer, once; the database keeps its
 * hash only. One statement for a new token, whose cart is empty; two for an older one. None of them needs a transaction.
 */
export async function createCart(ctx: Ctx): Promise<CartView> {
  if (!ctx.issuedCartToken) {
    await lockOrCreateCart(database(), ctx.actor)
    return cartView(await readCartOf(database(), ctx.actor))
  }
  const { kind, value } = requireOwner(ctx.actor)
  const made = await insertEmptyCart[kind](database(), { id: newId(), owner: value })
  return { ...cartView(cartRow(made)), cart_token: ctx.issuedCartToken }
}

const insertEmptyCart = byOwner((_, column) =>
  statement<CartJson, { id: string; owner: string }>(
    ({ id, owner }) => sql`
      with c as (
        insert into carts (id, ${column}, currency) values (${id}, ${owner}, (select currency from settings where id = 1)) returning *
      )
      select ${settingsJson} as settings, ${readAt} as read_at, ${cartJson} as cart, null::json as lines from c`,
  ),
)
