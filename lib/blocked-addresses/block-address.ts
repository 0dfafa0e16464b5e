import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { metrics } from '@/lib/platform/metrics/metrics'
import { addressKeyOf, isExempt } from '@/lib/platform/rate-limit/caller-address'
import { type BlockRow, blockVersion, writeBlock } from '@/lib/platform/rate-limit/write-block'
import { requireAddressKey } from './require-address-key'
import type { AddressBlocked, BlockAddress } from './schemas'

/**
 * Blocks an address for everybody at it, signed in or not; a block that is there already becomes this one. Two statements.
 * @throws forbidden, unauthenticated, invalid_input for what is no address, conflict for one's own and for those that the shop trusts.
 */
export async function blockAddress(ctx: Ctx, { address, hours, note }: BlockAddress): Promise<AddressBlocked> {
  requireCan(ctx, 'addresses.block')
  const key = requireAddressKey(address)
  if (key === addressKeyOf(ctx.clientAddress))
    throw new DomainError('conflict', { detail: 'This is the address that you use yourself at this moment.' })
  if (isExempt(address)) throw new DomainError('conflict', { detail: 'The shop is set up to trust this address, so a block would not hold.' })
  const from = new Date()
  const until = new Date(from.getTime() + hours * 3_600_000)
  const blockedBy = ctx.actor.kind === 'user' ? ctx.actor.userId : null
  const times = { blocked_at: from.toISOString(), blocked_until: until.toISOString() }
  const undo = await writeBlock({ key, from, until, reason: 'by_hand', note, blockedBy }, (insert) =>
    transaction(async (tx) => {
      const [replaced] = await tx.execute<{ before: BlockRow | null }>(insert)
      const subject = { type: 'network_address', id: key, label: key }
      const change = { before: replaced?.before ?? null, after: { note, ...times }, version: blockVersion(times) }
      return audited(tx, ctx, { action: 'network_address.blocked', subject, ...change })
    }),
  )
  metrics.addressesBlocked.inc({ reason: 'by_hand' })
  return { address: key, reason: 'by_hand', violations: null, policy: null, note, blocked_by: blockedBy, ...times, undo }
}
