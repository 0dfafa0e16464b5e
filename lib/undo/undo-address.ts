import { z } from 'zod'
import { lockAddress, writeAddress } from '@/lib/checkout/correct-address'
import { OrderId } from '@/lib/core/ids'
import { requireUnmoved, type UndoHandler } from './handler'

const text = z.string().nullable()
const Address = z.object({
  fullName: z.string(),
  line1: z.string(),
  line2: text,
  city: z.string(),
  region: text,
  postalCode: text,
  country: z.string(),
  phone: text,
})

/** Where an order goes, until its first parcel leaves. */
export const undoAddress: UndoHandler = {
  permission: 'orders.fulfil',
  async revert(tx, _ctx, entry) {
    const orderId = OrderId.parse(entry.subject.id)
    const now = await lockAddress(tx, orderId)
    requireUnmoved(now.version, entry)
    const address = Address.parse(entry.before)
    return { before: now.address, after: address, version: await writeAddress(tx, orderId, address) }
  },
}
