import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { removeBlock } from '@/lib/platform/rate-limit/write-block'
import { requireAddressKey } from './require-address-key'
import type { BlockedAddressRef } from './schemas'

/** Lets an address in again, here at once and on every other instance within half a second. Two statements. @throws forbidden, unauthenticated, not_found, invalid_input */
export async function unblockAddress(ctx: Ctx, { address }: BlockedAddressRef): Promise<BlockedAddressRef> {
  requireCan(ctx, 'addresses.block')
  const key = requireAddressKey(address)
  await transaction(async (tx) => {
    if (!(await removeBlock(tx, key))) throw new DomainError('not_found', { detail: 'This address is not blocked.' })
    audited(tx, ctx, { action: 'network_address.unblocked', subject: { type: 'network_address', id: key } })
  })
  return { address: key }
}
