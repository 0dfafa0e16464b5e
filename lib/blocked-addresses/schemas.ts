import { z } from 'zod'
import { AuditId } from '@/lib/core/ids'

export const ListBlockedAddresses = z.object({
  cursor: z.string().max(500).optional(),
  page_size: z.coerce.number().int().min(1).max(100).default(50),
})
export type ListBlockedAddresses = z.output<typeof ListBlockedAddresses>

const Address = z.string().trim().min(2).max(60)

/** An IPv4 address, an IPv6 address, or the /64 that stands for it. */
export const BlockedAddressRef = z.strictObject({ address: Address })
export type BlockedAddressRef = z.output<typeof BlockedAddressRef>

export const BlockAddress = z.strictObject({
  address: Address,
  hours: z.number().int().min(1).max(8_760).default(24),
  note: z.string().trim().max(200).default(''),
})
export type BlockAddress = z.output<typeof BlockAddress>

export const BlockedAddressView = z.object({
  address: z.string(),
  /** `rate_limits`: it went past limits again and again. `by_hand`: an administrator blocked it. */
  reason: z.enum(['rate_limits', 'by_hand']),
  violations: z.int().nullable(),
  /** The limit that was passed last. */
  policy: z.string().nullable(),
  note: z.string(),
  blocked_by: z.uuid().nullable(),
  blocked_at: z.iso.datetime(),
  blocked_until: z.iso.datetime(),
})
export type BlockedAddressView = z.output<typeof BlockedAddressView>

export const BlockedAddressPage = z.object({ data: z.array(BlockedAddressView), next_cursor: z.string().nullable() })
export type BlockedAddressPage = z.output<typeof BlockedAddressPage>

export const AddressBlocked = BlockedAddressView.extend({ undo: AuditId })
export type AddressBlocked = z.output<typeof AddressBlocked>

export const Unblocked = z.object({ address: z.string(), undo: AuditId })
export type Unblocked = z.output<typeof Unblocked>
