import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { UserId } from '@/lib/core/ids'

/** How a row belongs to a person: by its own column, or by something that does. */
const mine: Record<string, string> = {
  user_id: '= $1',
  owner_id: '= $1',
  order_id: 'in (select id from orders where user_id = $1)',
  cart_id: 'in (select id from carts where user_id = $1)',
  wishlist_id: 'in (select id from wishlists where user_id = $1)',
  return_id: 'in (select r.id from returns r join orders o on o.id = r.order_id where o.user_id = $1)',
}

let made: Promise<unknown> | undefined

/**
 * Everything in the database that is somebody's, as one text for each table: the tables are read from the schema, so no new one is forgotten.
 * A function of the database, which plans its thirty reads once for each connection and not each time: this is asked some thousand times.
 */
export async function fingerprintOf(userId: UserId): Promise<Record<string, string>> {
  made ??= makeFunction()
  await made
  const rows = await database().execute<{ place: string; hash: string }>(sql`select place, hash from fingerprint_of(${userId})`)
  return Object.fromEntries(rows.map(({ place, hash }) => [place, hash]))
}

async function makeFunction(): Promise<unknown> {
  const columns = await database().execute<{ table_name: string; column_name: string }>(sql`
    select table_name, column_name from information_schema.columns where table_schema = 'public'`)
  const owned = columns.filter(({ column_name }) => column_name in mine)
  const reads = [{ table_name: 'users', column_name: 'id' }, ...owned].map(({ table_name: table, column_name: column }) => {
    const condition = table === 'users' ? '= $1' : mine[column]
    return `select '${table}.${column}', md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t where ${column} ${condition}`
  })
  return database().execute(
    sql.raw(`create or replace function fingerprint_of(uuid) returns table (place text, hash text) language plpgsql stable as $body$
      begin return query ${reads.join(' union all ')}; end $body$`),
  )
}
