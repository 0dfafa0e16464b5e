import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'
import type { VariantId } from '@/lib/core/ids'
import { availableUnits } from './available-sql'
import { idList } from './stock-sql'

export type Availability = {
  variantId: VariantId
  isAvailable: boolean
  /** Null when stock is not tracked. */
  available: number | null
}

/** Whether these quantities could be bought at this moment (R72). A promise only `reserve` can give. Unknown variants are not available. One statement. */
export async function checkAvailability(reader: Reader, wishes: { variantId: VariantId; quantity: number }[]): Promise<Availability[]> {
  const rows = await reader.execute<{ id: VariantId; is_active: boolean; available: number | null }>(sql`
    select v.id, v.is_active and p.is_active as is_active, ${availableUnits} as available
    from product_variants v join products p on p.id = v.product_id left join inventory_levels l on l.variant_id = v.id
    where v.id = any(${idList(wishes.map((wish) => wish.variantId))})`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return wishes.map(({ variantId, quantity }) => {
    const row = byId.get(variantId)
    const available = row ? row.available : 0
    return { variantId, available, isAvailable: Boolean(row?.is_active) && (available === null || available >= quantity) }
  })
}
