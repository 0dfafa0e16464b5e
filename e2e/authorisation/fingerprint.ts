import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { UserId } from '@/lib/core/ids'

/** How a row belongs to a person: by its own column, or by something that does. */
const mine: Record<string, string> = {
  user_id: '= $user',
  owner_id: '= $user',
  order_id: 'in (select id from orders where user_id = $user)',
  cart_id: 'in (select id from carts where user_id = $user)',
  wishlist_id: 'in (select id from wishlists where user_id = $user)',
  return_id: 'in (select r.id from returns r join orders o on o.id = r.order_id where o.user_id = $user)',
}

let made: Promise<string> | undefined

/** Everything in the database that is somebody's, as one text for each table: the tables are read from the schema, so no new one is forgotten. */
export async function fingerprintOf(userId: UserId): Promise<Record<string, string>> {
  made ??= makeStatement()
  const statement = (await made).replaceAll('$user', `'${userId}'`)
  const rows = await database().execute<{ place: string; hash: string }>(sql.raw(statement))
  return Object.fromEntries(rows.map(({ place, hash }) => [place, hash]))
}

async function makeStatement(): Promise<string> {
  const columns = await database().execute<{ table_name: string; column_name: string }>(sql`
    select table_name, column_name from information_schema.columns where table_schema = 'public'`)
  const owned = columns.filter(({ column_name }) => column_name in mine)
  return [{ table_name: 'users', column_name: 'id' }, ...owned]
    .map(({ table_name: table, column_name: column }) => {
      const condition = table === 'users' ? '= $user' : mine[column]
      return `select '${table}.${column}' as place, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from ${table} t where ${column} ${condition}`
    })
    .join(' union all ')
}
