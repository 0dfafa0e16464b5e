import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { actorOf, type Ctx, type Role } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { requireUser } from './can'

/** The request in which a person began long work: what the log says about each part of it. */
export const Request = z.object({ requestId: z.string(), clientAddress: z.string() })
type Request = z.infer<typeof Request>

/** Who begins the work, and the request in which they do. @throws unauthenticated */
export const beginner = (ctx: Ctx): { ownerId: UserId; request: Request } => ({
  ownerId: requireUser(ctx),
  request: { requestId: ctx.requestId, clientAddress: ctx.clientAddress },
})

/**
 * Long work that a person began acts as that person, with what they may do at this moment: asked before each of its steps, so that it ends
 * when their permission does. One statement. @throws forbidden when the account was closed
 */
export async function actingFor(ownerId: UserId | null, request: Request): Promise<Ctx> {
  const [person] = await database().execute<{ role: Role; permissions: StaffPermission[] | null }>(sql`
    select u.role, case when u.role = 'staff' then r.permissions end as permissions
    from users u left join staff_roles r on r.id = u.staff_role_id where u.id = ${ownerId} and u.banned_at is null and u.erased_at is null`)
  if (!person || !ownerId) throw new DomainError('forbidden', { detail: 'The account that began this was closed.' })
  return { actor: actorOf({ userId: ownerId, ...person }), ...request }
}
