import { eq } from 'drizzle-orm'
import { type OrderAddress, orders } from '@/db/schema/orders'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { OrderId } from '@/lib/core/ids'
import { type LockedOrder, lockOrder, lockOrderByNumber } from '@/lib/orders/lock-order'
import { noSuchOrder } from '@/lib/orders/require-order'
import type { ChangeAddress, Changed } from '@/lib/orders/staff-schemas'
import { requireCan } from '@/lib/platform/auth/can'
import { addressInWords } from './address-in-words'
import { checkAddress } from './address-rules'
import type { AddressFields } from './schemas'

/**
 * Corrects where an order goes, before any of it has left. One transaction.
 * @throws forbidden, not_found, conflict once a parcel left, stale with the difference, invalid_input by the rules of the country, and for
 * another one: tax and shipping were agreed for the one it has
 */
export async function correctAddress(ctx: Ctx, { number, version, shipping_address: wanted }: ChangeAddress): Promise<Changed> {
  requireCan(ctx, 'orders.fulfil')
  const errors = checkAddress(wanted, '/shipping_address')
  if (errors.length > 0) throw new DomainError('invalid_input', { detail: 'Please check the address.', errors })
  return transaction(async (tx) => {
    const order = await lockOrderByNumber(tx, number)
    if (!order) throw noSuchOrder()
    requireNotSent(order)
    const before = await readAddress(tx, order.id)
    if (before.version !== version) throw staleAddress(before)
    if (before.address.country !== wanted.country) throw anotherCountry()
    const after = asStored(wanted)
    const undo = audited(tx, ctx, {
      action: 'order.address_changed',
      subject: { type: 'order', id: order.id, label: number },
      before: before.address,
      after,
      version: await writeAddress(tx, order.id, after),
    })
    return { undo }
  })
}

const anotherCountry = () =>
  new DomainError('invalid_input', {
    errors: [
      {
        pointer: '/shipping_address/country',
        detail: 'Tax and shipping were agreed for the country that it has. To send it to another one, cancel the order and have it placed anew.',
      },
    ],
  })

/** Puts an address back, for the undo: the order's version and the address it has now. */
export async function lockAddress(tx: Tx, orderId: OrderId): Promise<{ version: string; address: OrderAddress }> {
  const order = await lockOrder(tx, orderId)
  if (!order) throw noSuchOrder()
  requireNotSent(order)
  return readAddress(tx, orderId)
}

/** @returns the order's version from now on. */
export async function writeAddress(tx: Tx, orderId: OrderId, shippingAddress: OrderAddress): Promise<string> {
  const updatedAt = new Date()
  await tx.update(orders).set({ shippingAddress, updatedAt }).where(eq(orders.id, orderId))
  return String(updatedAt.getTime())
}

function requireNotSent({ status, fulfillmentStatus }: LockedOrder): void {
  if (['pending', 'paid'].includes(status) && fulfillmentStatus === 'unfulfilled') return
  throw new DomainError('conflict', { detail: 'The address can be changed until the first parcel leaves.' })
}

async function readAddress(tx: Tx, orderId: OrderId): Promise<{ version: string; address: OrderAddress }> {
  const [row] = await tx.select({ at: orders.updatedAt, address: orders.shippingAddress }).from(orders).where(eq(orders.id, orderId))
  if (!row) throw noSuchOrder()
  return { version: String(row.at.getTime()), address: row.address }
}

const asStored = ({ full_name: fullName, postal_code: postalCode, ...rest }: AddressFields): OrderAddress => ({ fullName, postalCode, ...rest })

function staleAddress({ version, address }: { version: string; address: OrderAddress }): DomainError {
  const { fullName, postalCode, ...rest } = address
  const theirs = addressInWords({ full_name: fullName, postal_code: postalCode, ...rest })
  return new DomainError('stale', { extra: { version, changes: [{ label: 'The order, with its address', theirs }] } })
}
