import { Badge } from '@/app/_ui/badge'
import type { Customer } from '@/lib/customers/schemas'

type Props = Pick<Customer, 'is_banned' | 'is_email_verified' | 'role'>

/** What is unusual about an account. */
export function CustomerBadges({ is_banned, is_email_verified, role }: Props) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {is_banned && <Badge tone="drop">Closed</Badge>}
      {role !== 'customer' && <Badge tone="accent">{role === 'admin' ? 'Admin' : 'Staff'}</Badge>}
      {!is_email_verified && <Badge tone="quiet">Not confirmed</Badge>}
    </span>
  )
}
