import { type SQL, sql } from 'drizzle-orm'

/** Where a review `r` stands, as `ReviewStatus` names it. */
export const statusSql: SQL = sql`case when r.is_approved then 'shown' when r.moderated_at is null then 'waiting' else 'rejected' end`
