import { and, eq, sql } from 'drizzle-orm'
import { addresses, users } from '@/db/schema/customers'
import { type Tx, transaction } from '@/db/transaction'
import { addressInWords } from '@/lib/checkout/address-in-words'
import { checkAddress } from '@/lib/checkout/address-rules'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { type AddressId, newId, type UserId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { addressView } from './list-addresses'
import { type AddAddress, type AddressView, type ChangeAddress, MAX_ADDRESSES } from './schemas'

/**
 * Adds an address to one's own book; the first one is the default for both. A repeated idempotency key acts once. One
 * transaction, at most four statements and the key's.
 * @throws unauthenticated, invalid_input by the rules of its country, conflict when the book is full.
 */
export async function addAddress(ctx: Ctx, input: AddAddress): Promise<AddressView> {
  const userId = requireUser(ctx)
  requireFits(input)
  return onceInTransaction(ctx, 'address', input, async (tx) => {
    const known = await lockBook(tx, userId)
    if (known >= MAX_ADDRESSES) throw new DomainError('conflict', { detail: `You can keep ${MAX_ADDRESSES} addresses. Please remove one first.` })
    const isFirst = known === 0
    const defaults = { shipping: input.is_default_shipping || isFirst, billing: input.is_default_billing || isFirst }
    await releaseDefaults(tx, userId, defaults)
    return write(tx, userId, newId<AddressId>(), input, defaults)
  })
}

/**
 * Replaces one's own address. Orders keep the copy they were placed with (R12). A default stays one until another takes its place.
 * @throws unauthenticated, not_found, invalid_input, stale with the difference when it was changed since `version`
 */
export async function changeAddress(ctx: Ctx, { id, version, ...input }: ChangeAddress): Promise<AddressView> {
  const userId = requireUser(ctx)
  requireFits(input)
  return transaction(async (tx) => {
    await lockBook(tx, userId)
    const before = await requireOwnAddress(tx, userId, id)
    const current = addressView(before)
    if (version !== undefined && version !== current.version) throw staleAddress(current)
    const defaults = {
      shipping: input.is_default_shipping || before.isDefaultShipping,
      billing: input.is_default_billing || before.isDefaultBilling,
    }
    await releaseDefaults(tx, userId, defaults)
    return write(tx, userId, id, input, defaults)
  })
}

/** Looked up with the owner's id (R14). @throws not_found */
export async function requireOwnAddress(tx: Tx, userId: UserId, id: AddressId) {
  const [row] = await tx
    .select()
    .from(addresses)
    .where(and(eq(addresses.id, id), eq(addresses.userId, userId)))
  if (!row) throw new DomainError('not_found', { detail: 'There is no such address in your account.' })
  return row
}

/** One change of a book at a time; returns how many addresses it holds. */
export async function lockBook(tx: Tx, userId: UserId): Promise<number> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(addresses).where(eq(addresses.userId, userId))
  return row?.count ?? 0
}

type Defaults = { shipping: boolean; billing: boolean }

async function releaseDefaults(tx: Tx, userId: UserId, { shipping, billing }: Defaults): Promise<void> {
  if (!shipping && !billing) return
  await tx
    .update(addresses)
    .set({ ...(shipping ? { isDefaultShipping: false } : {}), ...(billing ? { isDefaultBilling: false } : {}) })
    .where(eq(addresses.userId, userId))
}

type Fields = Omit<AddAddress, 'is_default_shipping' | 'is_default_billing'>

async function write(tx: Tx, userId: UserId, id: AddressId, fields: Fields, { shipping, billing }: Defaults): Promise<AddressView> {
  const values = {
    fullName: fields.full_name,
    line1: fields.line1,
    line2: fields.line2,
    city: fields.city,
    region: fields.region,
    postalCode: fields.postal_code,
    country: fields.country,
    phone: fields.phone,
    isDefaultShipping: shipping,
    isDefaultBilling: billing,
  }
  const [row] = await tx
    .insert(addresses)
    .values({ id, userId, ...values })
    .onConflictDoUpdate({ target: addresses.id, set: { ...values, updatedAt: new Date() } })
    .returning()
  if (!row) throw new Error('An upsert returned no row')
  return addressView(row)
}

function staleAddress(current: AddressView): DomainError {
  const theirs = addressInWords(current)
  return new DomainError('stale', {
    detail: `You changed this address elsewhere in the meantime. It is now: ${theirs}. Save again to keep what stands here instead.`,
    extra: { version: current.version, changes: [{ label: 'The address', theirs }], current },
  })
}

function requireFits(fields: Fields): void {
  const errors = checkAddress(fields, '')
  if (errors.length > 0) throw new DomainError('invalid_input', { detail: 'Please check the address.', errors })
}
