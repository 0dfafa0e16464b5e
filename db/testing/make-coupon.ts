import { database } from '@/db/client'
import { coupons } from '@/db/schema/coupons'
import { type CouponId, newId } from '@/lib/core/ids'

/** A code that takes ten per cent off one order, until tomorrow. */
export async function makeCoupon(
  wishes: Partial<{ ratePpm: number; maxUses: number; expiresAt: Date }> = {},
): Promise<{ id: CouponId; code: string }> {
  const id = newId<CouponId>()
  const code = `TEST-${id.slice(-12).toUpperCase()}`
  const expiresAt = new Date(Date.now() + 24 * 3_600_000)
  await database()
    .insert(coupons)
    .values({ id, code, ratePpm: 100_000, expiresAt, ...wishes })
  return { id, code }
}
