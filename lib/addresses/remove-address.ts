import { and, eq } from 'drizzle-orm'
import { addresses } from '@/db/schema/customers'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'
import { readAddresses } from './list-addresses'
import { lockBook, requireOwnAddress } from './save-address'
import type { AddressBook, AddressRef } from './schemas'

/**
 * Removes one's own address; orders keep their copies. A default passes to the newest that is left. Returns the book as it then is.
 * @throws unauthenticated, not_found
 */
export async function removeAddress(ctx: Ctx, { id }: AddressRef): Promise<AddressBook> {
  const userId = requireUser(ctx)
  return transaction(async (tx) => {
    await lockBook(tx, userId)
    const gone = await requireOwnAddress(tx, userId, id)
    await tx.delete(addresses).where(and(eq(addresses.id, id), eq(addresses.userId, userId)))
    const left = await readAddresses(tx, userId)
    const heir = left.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
    if (!heir || !(gone.isDefaultShipping || gone.isDefaultBilling)) return { data: left }
    await tx
      .update(addresses)
      .set({ ...(gone.isDefaultShipping ? { isDefaultShipping: true } : {}), ...(gone.isDefaultBilling ? { isDefaultBilling: true } : {}) })
      .where(eq(addresses.id, heir.id))
    return { data: await readAddresses(tx, userId) }
  })
}
