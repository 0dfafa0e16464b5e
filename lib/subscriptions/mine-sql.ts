import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '@/lib/core/ids'

/** A condition on `subscriptions s`: the person's own, and those that a guest made with the address that the person has verified. */
export const isMine = (userId: UserId): SQL => sql`(s.user_id = ${userId}
  or lower(s.email) = (select lower(u.email) from users u where u.id = ${userId} and u.email_verified))`
