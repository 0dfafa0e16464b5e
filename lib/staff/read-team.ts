import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import type { StaffRole, Team } from './schemas'

/** Who works here, and the roles there are. One statement. @throws forbidden */
export async function readTeam(ctx: Ctx): Promise<Team> {
  requireCan(ctx, 'staff.manage')
  const [row] = await database().execute<Team>(sql`
    select coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role, 'staff_role_id', u.staff_role_id,
        'is_banned', u.banned_at is not null)
        order by u.role, lower(u.name), u.id) from users u where u.role <> 'customer' and u.erased_at is null), '[]') as members,
      coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'permissions', r.permissions,
        'members', (select count(*) from users u where u.staff_role_id = r.id and u.role = 'staff'),
        'version', (extract(epoch from r.updated_at) * 1000)::bigint::text) order by lower(r.name)) from staff_roles r), '[]') as roles`)
  return { members: row?.members ?? [], roles: row?.roles ?? [] }
}

/** @throws forbidden, not_found */
export async function requireRole(ctx: Ctx, id: string): Promise<StaffRole> {
  const role = (await readTeam(ctx)).roles.find((one) => one.id === id)
  if (!role) throw new DomainError('not_found', { detail: 'There is no such role.' })
  return role
}
