import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { badCursor, decodeCursor, encodeCursor } from '@/lib/core/cursors'
import { requireCan } from '@/lib/platform/auth/can'
import type { BlockedAddressPage, BlockedAddressView, ListBlockedAddresses } from './schemas'

const SCOPE = 'blocked-addresses'

/** The addresses that get no answers now, those that wait longest first, by cursor. One statement. @throws forbidden, unauthenticated, invalid_input */
export async function listBlockedAddresses(ctx: Ctx, { cursor, page_size: size }: ListBlockedAddresses): Promise<BlockedAddressPage> {
  requireCan(ctx, 'addresses.block')
  const rows = await database().execute<Row>(sql`
    select address, reason, violations, policy, note, blocked_by, blocked_at, blocked_until from blocked_addresses
    where blocked_until > now() ${cursor ? beyond(cursor) : sql``} order by blocked_until desc, address desc limit ${size + 1}`)
  const page = rows.slice(0, size).map(viewOf)
  const last = page.at(-1)
  const hasMore = rows.length > size && last !== undefined
  return { data: page, next_cursor: hasMore ? encodeCursor(SCOPE, { values: [last.blocked_until, last.address], direction: 'next' }) : null }
}

type Row = Omit<BlockedAddressView, 'blocked_at' | 'blocked_until'> & { blocked_at: Date | string; blocked_until: Date | string }

const viewOf = (row: Row): BlockedAddressView => ({
  ...row,
  blocked_at: new Date(row.blocked_at).toISOString(),
  blocked_until: new Date(row.blocked_until).toISOString(),
})

function beyond(text: string) {
  const [until, address] = decodeCursor(SCOPE, text).values
  if (Number.isNaN(Date.parse(String(until)))) throw badCursor()
  return sql`and (blocked_until, address) < (${String(until)}::timestamptz, ${String(address)}::text)`
}
