import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import type { Ctx } from '@/lib/core/context'
import { decodeCursor, encodeCursor, timeAndId } from '@/lib/core/cursors'
import { requireCan } from '@/lib/platform/auth/can'
import { type CustomerRow, customerColumns, customerView } from './customer-view'
import { type CustomerPage, SearchCustomers } from './schemas'

const SCOPE = 'customers'

/**
 * People whose name or address contains the words, the newest first, by cursor (R135). The trigram index finds them; without words the
 * index on their age does. One statement. @throws forbidden, invalid_input for a cursor of another list
 */
export async function searchCustomers(ctx: Ctx, input: SearchCustomers): Promise<CustomerPage> {
  requireCan(ctx, 'customers.read')
  const { q, role, limit, cursor } = SearchCustomers.parse(input)
  const conditions: SQL[] = [sql`u.erased_at is null`]
  for (const word of q.toLowerCase().split(/\s+/).filter(Boolean))
    conditions.push(sql`lower(u.name || ' ' || u.email) like ${`%${escapeLike(word)}%`}`)
  if (role) conditions.push(sql`u.role = ${role}`)
  if (cursor) {
    const { at, id } = timeAndId(decodeCursor(SCOPE, cursor))
    conditions.push(sql`(u.created_at, u.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await database().execute<CustomerRow & { exact: string }>(sql`
    ${sql.raw(PLAN_AFRESH)} select ${customerColumns}, u.created_at::text as exact from users u
    where ${sql.join(conditions, sql` and `)} order by u.created_at desc nulls first, u.id desc nulls first limit ${limit + 1}`)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return {
    data: page.map(customerView),
    next_cursor: hasMore ? encodeCursor(SCOPE, { values: [last.exact, last.id], direction: 'next' }) : null,
  }
}

const escapeLike = (word: string) => word.replaceAll(/[\\%_]/g, '\\$&')
