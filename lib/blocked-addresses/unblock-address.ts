import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { blockVersion, removeBlock } from '@/lib/platform/rate-limit/write-block'
import { requireAddressKey } from './require-address-key'
import type { BlockedAddressRef, Unblocked } from './schemas'

/** Lets an address in again, here at once and on every other instance within half a second. Two statements. @throws forbidden, unauthenticated, not_found, invalid_input */
export async function unblockAddress(ctx: Ctx, { address }: BlockedAddressRef): Promise<Unblocked> {
  requireCan(ctx, 'addresses.block')
  const key = requireAddressKey(address)
  const undo = await transaction(async (tx) => {
    const before = await removeBlock(tx, key)
    if (!before) throw new DomainError('not_found', { detail: 'This address is not blocked.' })
    const subject = { type: 'network_address', id: key, label: key }
    return audited(tx, ctx, { action: 'network_address.unblocked', subject, before, after: null, version: blockVersion(null) })
  })
  return { address: key, undo }
}
