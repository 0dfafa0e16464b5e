import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '@/lib/core/ids'
import type { Customer } from './schemas'

export type CustomerRow = {
  id: UserId
  name: string
  email: string
  email_verified: boolean
  role: Customer['role']
  banned_at: string | null
  created_at: string
}

/** The columns of a `CustomerRow`, of `users u`. */
export const customerColumns: SQL = sql`u.id, u.name, u.email, u.email_verified, u.role, u.banned_at, u.created_at`

/** A person as staff sees them. */
export const customerView = (row: CustomerRow): Customer => ({
  id: row.id,
  name: row.name,
  email: row.email,
  is_email_verified: row.email_verified,
  role: row.role,
  is_banned: row.banned_at !== null,
  created_at: new Date(row.created_at).toISOString(),
})
