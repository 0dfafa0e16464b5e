import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { requireCan } from '@/lib/platform/auth/can'
import { requireRole } from '@/lib/staff/read-team'
import { NewRole, RoleEditor } from './role-editor'

export const instant = false

export const metadata: Metadata = { title: 'Role' }

/** What a role allows; `new` makes one. */
export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const role = await asStaff(`/admin/team/roles/${encodeURIComponent(id)}`, async (ctx) => {
    requireCan(ctx, 'staff.manage')
    return id === 'new' ? null : requireRole(ctx, id)
  })
  return (
    <Page narrow>
      <PageHead title={role?.name ?? 'New role'} crumbs={[['Team', '/admin/team']]}>
        {role
          ? `${role.members === 0 ? 'Nobody has' : role.members === 1 ? 'One member has' : `${role.members} members have`} this role.`
          : 'Tick what it allows. What is not ticked is neither shown nor possible.'}
      </PageHead>
      {role ? <RoleEditor key={role.version} role={role} /> : <NewRole />}
    </Page>
  )
}
