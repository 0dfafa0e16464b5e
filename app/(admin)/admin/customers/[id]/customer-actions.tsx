'use client'

import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { MemberDialog } from '@/app/(admin)/admin/team/member-dialog'
import type { CustomerDetail } from '@/lib/customers/staff-schemas'
import { banCustomerAction, sendPasswordResetAction } from '../actions'
import type { May } from './page'

type Props = { customer: CustomerDetail; may: May; roles: { id: string; name: string }[] }

/** What the person who looks may do about the account; nothing about their own. */
export function CustomerActions({ customer, may, roles }: Props) {
  const { id, name, role, staff_role_id, is_banned, is_email_verified } = customer
  const mayBan = may.write && (role === 'customer' || may.manage)
  return (
    <>
      {may.setRole && (role !== 'customer' || is_email_verified) && (
        <MemberDialog open="Role" member={{ id, name, role, staff_role_id }} roles={roles} />
      )}
      {may.write && !is_banned && (
        <ActionButton action={sendPasswordResetAction} fields={{ id }} said={`${name} gets a mail with the link.`}>
          Send a password link
        </ActionButton>
      )}
      {mayBan && !is_banned && (
        <ActionButton
          action={banCustomerAction}
          fields={{ id, banned: 'yes' }}
          said={`The account of ${name} is closed.`}
          look="danger"
          ask={{
            title: `Close the account of ${name}?`,
            text: 'They are signed out on every device at once and cannot sign in until somebody opens it again. Orders stay as they are.',
            yes: 'Close the account',
          }}
        >
          Close the account
        </ActionButton>
      )}
      {mayBan && is_banned && (
        <ActionButton action={banCustomerAction} fields={{ id, banned: 'no' }} said={`The account of ${name} is open again.`} look="primary">
          Open the account again
        </ActionButton>
      )}
    </>
  )
}
