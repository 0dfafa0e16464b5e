import { sql } from 'drizzle-orm'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'

/** What changes of one person; what is absent stays. Role and ban have functions of their own, because they end sessions. */
export type CustomerChange = { id: UserId; name?: string; marketing_consent?: boolean }

/**
 * Changes many people at once (R134). One transaction with one statement however many, and their events'.
 * @returns how many there were. @throws forbidden
 */
export async function updateCustomers(ctx: Ctx, changes: readonly CustomerChange[]): Promise<number> {
  requireCan(ctx, 'customers.write')
  if (changes.length === 0) return 0
  return transaction(async (tx) => {
    const changed = await tx.execute<{ id: UserId }>(sql`
      with wanted as (
        select * from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as w (id uuid, name text, marketing_consent boolean)
      ), locked as (
        select u.id from users u join wanted w on w.id = u.id order by u.id for update of u
      )
      update users u set name = coalesce(w.name, u.name), marketing_consent = coalesce(w.marketing_consent, u.marketing_consent), updated_at = now()
      from wanted w join locked l on l.id = w.id where u.id = w.id returning u.id`)
    publish(tx, ...changed.map(({ id }) => ({ type: 'customer.changed' as const, userId: id })))
    return changed.length
  })
}
