import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { setRole } from '@/lib/customers/set-role'
import { requireCan } from '@/lib/platform/auth/can'
import type { AddMember, SetMember } from './schemas'

/** Gives somebody another role, or takes them out of the team. @throws forbidden, not_found, conflict for oneself */
export async function setMember(ctx: Ctx, { user_id: userId, role, staff_role_id: staffRoleId }: SetMember): Promise<Record<string, never>> {
  await setRole(ctx, { userId, role, staffRoleId })
  return {}
}

/** Takes somebody who has an account into the team, with the usual permissions. @throws forbidden, invalid_input when there is no such account */
export async function addMember(ctx: Ctx, { email }: AddMember): Promise<Record<string, never>> {
  requireCan(ctx, 'staff.manage')
  const [user] = await database().execute<{ id: UserId; role: string }>(sql`
    select id, role from users where lower(email) = lower(${email}) and erased_at is null and email_verified`)
  if (!user) {
    const detail = 'Nobody has a confirmed account with this address. Ask them to open one in the shop first.'
    throw new DomainError('invalid_input', { errors: [{ pointer: '/email', detail }] })
  }
  if (user.role !== 'customer') throw new DomainError('invalid_input', { errors: [{ pointer: '/email', detail: 'They are in the team already.' }] })
  await setRole(ctx, { userId: user.id, role: 'staff' })
  return {}
}
