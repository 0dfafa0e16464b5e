import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { withAuth } from '@/lib/platform/auth/better-auth'
import { requireCan } from '@/lib/platform/auth/can'
import { countMailRequest } from '@/lib/platform/auth/mail-limit'
import { noSuchCustomer } from './require-customer'
import type { CustomerChanged, CustomerRef } from './staff-schemas'

/**
 * Mails somebody the link to choose a new password, as if they had asked for it; staff never see it. As often as they could ask themselves.
 * @throws forbidden, not_found, conflict for an account that is closed, rate_limited
 */
export async function sendPasswordReset(ctx: Ctx, { id }: CustomerRef): Promise<CustomerChanged> {
  requireCan(ctx, 'customers.write')
  const [person] = await database().execute<{ email: string; is_banned: boolean }>(sql`
    select email, banned_at is not null as is_banned from users where id = ${id} and erased_at is null`)
  if (!person) throw noSuchCustomer()
  if (person.is_banned) throw new DomainError('conflict', { detail: 'This account is closed. Open it first.' })
  await countMailRequest(ctx, person.email)
  await withAuth(ctx, ({ api }) => api.requestPasswordReset({ body: { email: person.email } }))
  await transaction(async (tx) => audited(tx, ctx, { action: 'customer.password_reset_sent', subject: { type: 'customer', id } }))
  return {}
}
