import { type SQL, sql } from 'drizzle-orm'

/** On `coupons k`: it may be used now. By the clock of the transaction, so that what was read is still true when it is used. */
export const isUsable: SQL = sql`(k.uses < k.max_uses and k.expires_at > now())`

/** The same code if it may be used now, null otherwise. */
export const ifUsable = (couponId: SQL): SQL => sql`(select k.id from coupons k where k.id = ${couponId} and ${isUsable})`
