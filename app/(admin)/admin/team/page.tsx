import type { Metadata } from 'next'
import { Badge } from '@/app/_ui/badge'
import { button } from '@/app/_ui/button'
import { PlusIcon, UsersIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { defaultStaffPermissions, staffPermissions } from '@/lib/core/permissions'
import { readTeam } from '@/lib/staff/read-team'
import { AddMemberForm } from './add-member-form'
import { MemberDialog } from './member-dialog'

export const instant = false

export const metadata: Metadata = { title: 'Team' }

const total = Object.keys(staffPermissions).length

/** Who works here and what they may do. For admins alone. */
export default async function TeamPage() {
  const { team, self } = await asStaff('/admin/team', async (ctx) => ({ team: await readTeam(ctx), self: ctx.session?.userId }))
  // One array for all members: it is sent to the browser once, and not with each of them.
  const roles = team.roles.map(({ id, name }) => ({ id, name }))
  const roleName = new Map<string, string>(team.roles.map(({ id, name }) => [id, name]))
  return (
    <Page narrow>
      <PageHead title="Team">Who works here, and what they may do. A change holds from their next click on.</PageHead>
      <div className="grid gap-4">
        <Panel id="members" title="Members" flush>
          <ul>
            {team.members.map((member) => (
              <li key={member.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t px-4 py-3 sm:px-5">
                <span className="min-w-0">
                  <span className="block truncate font-medium">
                    {member.name}
                    {member.id === self && <span className="font-normal text-muted"> (you)</span>}
                  </span>
                  <span className="block truncate text-muted text-sm">{member.email}</span>
                </span>
                <span className="flex flex-wrap items-center gap-3 text-sm">
                  {member.is_banned && <Badge tone="drop">Closed</Badge>}
                  {member.role === 'admin' ? 'Admin' : ((member.staff_role_id && roleName.get(member.staff_role_id)) ?? 'Staff, the usual')}
                  {member.id !== self && <MemberDialog member={member} roles={roles} />}
                </span>
              </li>
            ))}
          </ul>
          <div className="border-line border-t px-4 py-4 sm:px-5">
            <AddMemberForm />
          </div>
        </Panel>
        <Panel
          id="roles"
          title="Roles"
          flush
          action={
            <a href="/admin/team/roles/new" className={button({ look: 'quiet', size: 'sm' })}>
              <PlusIcon width="16" height="16" />
              New role
            </a>
          }
        >
          <ul>
            <Role name="Admin" detail="Everything, and saying who works here" />
            <Role
              name="Staff, the usual"
              detail={`${defaultStaffPermissions.length} of ${total} permissions: the daily work, nothing that costs money`}
            />
            {team.roles.map(({ id, name, permissions, members }) => (
              <Role
                key={id}
                name={name}
                href={`/admin/team/roles/${id}`}
                detail={`${permissions.length} of ${total} permissions · ${members} ${members === 1 ? 'member' : 'members'}`}
              />
            ))}
          </ul>
        </Panel>
      </div>
    </Page>
  )
}

function Role({ name, detail, href }: { name: string; detail: string; href?: string }) {
  return (
    <li className="flex items-center gap-3 border-line border-t px-4 py-3 sm:px-5">
      <UsersIcon className="shrink-0 text-muted" />
      <span className="min-w-0">
        {href ? (
          <a href={href} className="block font-medium underline-offset-4 hover:underline">
            {name}
          </a>
        ) : (
          <span className="block font-medium">{name}</span>
        )}
        <span className="block text-muted text-sm">{detail}</span>
      </span>
    </li>
  )
}
