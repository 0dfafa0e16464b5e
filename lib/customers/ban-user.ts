import { eq } from 'drizzle-orm'
import { sessions } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { noSuchCustomer } from './require-customer'
import { refuseOneself } from './set-role'
import type { BanCustomer, CustomerChanged } from './staff-schemas'

type Standing = { userId: UserId; isBanned: boolean }

/**
 * Closes an account, from its next request on, or opens it again; its sessions are gone for good. Whoever works here is closed out by an
 * admin alone. Nothing happens when it stands so already. One transaction. @throws forbidden, not_found, conflict for oneself
 */
export async function banUser(ctx: Ctx, { userId, isBanned }: Standing): Promise<CustomerChanged> {
  requireCan(ctx, 'customers.write')
  return await transaction(async (tx) => {
    const before = await lockStanding(tx, ctx, userId)
    if (before.isBanned === isBanned) return {}
    const version = await writeStanding(tx, { userId, isBanned })
    const action = isBanned ? 'customer.banned' : 'customer.unbanned'
    const undo = audited(tx, ctx, {
      action,
      subject: { type: 'customer', id: userId },
      before: { is_banned: before.isBanned },
      after: { is_banned: isBanned },
      version,
    })
    return { undo }
  })
}

/** The same by the words of the API. */
export const banCustomer = (ctx: Ctx, { id, banned }: BanCustomer): Promise<CustomerChanged> => banUser(ctx, { userId: id, isBanned: banned })

/** Held until the end of the transaction; for the undo too. @throws forbidden, not_found, conflict */
export async function lockStanding(tx: Tx, ctx: Ctx, userId: UserId): Promise<{ isBanned: boolean; version: string }> {
  refuseOneself(ctx, userId)
  const [row] = await tx
    .select({ role: users.role, bannedAt: users.bannedAt, erasedAt: users.erasedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for('no key update')
  if (!row || row.erasedAt) throw noSuchCustomer()
  if (row.role !== 'customer') requireCan(ctx, 'staff.manage')
  return { isBanned: row.bannedAt !== null, version: versionOf(row.bannedAt) }
}

/** @returns the version of the standing from now on. */
export async function writeStanding(tx: Tx, { userId, isBanned }: Standing): Promise<string> {
  const now = new Date()
  const bannedAt = isBanned ? now : null
  await tx.update(users).set({ bannedAt, updatedAt: now }).where(eq(users.id, userId))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  publish(tx, { type: 'customer.changed', userId })
  return versionOf(bannedAt)
}

const versionOf = (bannedAt: Date | null) => bannedAt?.toISOString() ?? 'open'
