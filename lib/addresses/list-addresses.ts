import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { addresses } from '@/db/schema/customers'
import type { Reader } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import type { AddressBook, AddressView } from './schemas'

/** One's own addresses, the defaults first, then the newest. One statement. @throws unauthenticated */
export async function listAddresses(ctx: Ctx): Promise<AddressBook> {
  return { data: await readAddresses(database(), requireUser(ctx)) }
}

/** The same for a form that guests use too: theirs is empty. At most one statement. */
export async function readMyAddresses({ actor }: Ctx): Promise<AddressView[]> {
  return actor.kind === 'user' ? await readAddresses(database(), actor.userId) : []
}

export async function readAddresses(reader: Reader, userId: UserId): Promise<AddressView[]> {
  const rows = await reader
    .select()
    .from(addresses)
    .where(eq(addresses.userId, userId))
    .orderBy(desc(addresses.isDefaultShipping), desc(addresses.isDefaultBilling), desc(addresses.id))
  return rows.map(addressView)
}

export const addressView = (row: typeof addresses.$inferSelect): AddressView => ({
  id: row.id,
  version: String(row.updatedAt.getTime()),
  full_name: row.fullName,
  line1: row.line1,
  line2: row.line2,
  city: row.city,
  region: row.region,
  postal_code: row.postalCode,
  country: row.country,
  phone: row.phone,
  is_default_shipping: row.isDefaultShipping,
  is_default_billing: row.isDefaultBilling,
})
