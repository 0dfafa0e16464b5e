import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { CartId, VariantId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { requireCart } from './active-cart'
import { changedCart } from './changed-cart'
import { type Candidate, noSuchLine, outOfStock, withdrawn } from './refusals'
import { deleteLine } from './remove-item'
import type { CartView, ChangeItem } from './schemas'

/**
 * Sets the quantity of a line; 0 removes it. Fewer is always allowed, more only up to what is available. One transaction, four statements.
 * @throws out_of_stock with what is left, not_found when line or cart is gone, or when more is asked of something withdrawn.
 */
export async function changeItem(ctx: Ctx, input: ChangeItem): Promise<CartView> {
  return transaction(async (tx) => {
    const cartId = await requireCart(tx, ctx.actor)
    if (input.quantity === 0) await deleteLine(tx, cartId, input.id)
    else await setQuantity(tx, cartId, input)
    return changedCart(tx, cartId)
  })
}

async function setQuantity(tx: Tx, cartId: CartId, { id, quantity }: ChangeItem): Promise<void> {
  const [row] = await tx.execute<Candidate & { variant_id: VariantId; changed: boolean }>(sql`
    with candidate as (
      select i.id, i.variant_id, i.quantity, i.price_minor, p.name, p.is_active and v.is_active as is_active,
        ${availableUnits} as available
      from cart_items i join product_variants v on v.id = i.variant_id join products p on p.id = v.product_id
      left join inventory_levels l on l.variant_id = v.id
      where i.id = ${id} and i.cart_id = ${cartId}
    ), line as (
      update cart_items i set quantity = ${quantity}::int, updated_at = now() from candidate c
      where i.id = c.id and (${quantity}::int <= c.quantity or (c.is_active and (c.available is null or ${quantity}::int <= c.available)))
      returning ${quantity}::int - c.quantity as added, i.price_minor
    ), totals as (
      update carts c set cached_total_items = cached_total_items + line.added, updated_at = now(), version = version + 1,
        cached_subtotal_minor = cached_subtotal_minor + line.added * line.price_minor
      from line where c.id = ${cartId} returning c.id
    )
    select variant_id, name, is_active, available, exists (select from totals) as changed from candidate`)
  if (!row) throw noSuchLine()
  if (row.changed) return
  throw row.is_active ? outOfStock(row, row.variant_id, quantity) : withdrawn()
}
