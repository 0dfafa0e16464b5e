import type { Actor, Ctx, Session } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { defaultStaffPermissions, type StaffPermission, staffPermissions } from '@/lib/core/permissions'

/** Whose thing it is; null for a guest's. */
export type Subject = { ownerId: UserId | null }

type Rule = (actor: Actor, subject: Subject | undefined) => boolean

const isShop: Rule = (actor) => actor.kind === 'system'
const isStaff: Rule = (actor) => actor.kind === 'user' && actor.role !== 'customer'
const isAdmin: Rule = (actor) => actor.kind === 'user' && actor.role === 'admin'
const isSignedIn: Rule = (actor) => actor.kind === 'user'
const isOwner: Rule = (actor, subject) => actor.kind === 'user' && subject?.ownerId === actor.userId
const any =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject))

/** The permission table: admins have everything, other staff what their role says, or the usual when they have none. */
const holds =
  (permission: StaffPermission): Rule =>
  (actor) =>
    actor.kind === 'user' &&
    (actor.role === 'admin' || (actor.role === 'staff' && (actor.permissions ?? defaultStaffPermissions).includes(permission)))

const granted = Object.fromEntries(
  Object.keys(staffPermissions).map((permission) => [permission, any(isShop, holds(permission as StaffPermission))]),
) as Record<StaffPermission, Rule>

/** Who may do what: the only place that decides it. Asked inside domain functions, never only at the edge. */
const rules = {
  /** Use an account of one's own: addresses, wishlist, notifications, devices. */
  'account.use': isSignedIn,
  /** Read or change one thing that belongs to somebody. */
  'own.read': isOwner,
  'own.write': isOwner,
  /** Follow and stop long work: one's own, and staff the shop's. */
  'task.watch': any(isShop, isOwner, (actor, subject) => subject?.ownerId === null && isStaff(actor, subject)),
  /** Open the dashboard. What is in it, the permissions below decide. */
  'dashboard.use': isStaff,
  /** Say who works here and what they may do. No role grants it: who could, could grant themselves everything. */
  'staff.manage': any(isShop, isAdmin),
  /** See how the shop is doing: load, hit rates, where an answer came from. */
  'monitoring.read': any(isShop, holds('operations.read')),
  /** Throw away what is cached. */
  'cache.clear': any(isShop, holds('operations.write')),
  /** Keep network addresses out of the shop, and let them in again. */
  'addresses.block': any(isShop, isAdmin),
  ...granted,
} satisfies Record<string, Rule>

export type Permission = keyof typeof rules

export const can = (actor: Actor, action: Permission, subject?: Subject): boolean => rules[action](actor, subject)

/**
 * @throws unauthenticated for guests when signing in could help, not_found for somebody else's thing (it must not be told apart from one
 * that does not exist), forbidden otherwise.
 */
export function requireCan({ actor }: Ctx, action: Permission, subject?: Subject): void {
  if (can(actor, action, subject)) return
  if (actor.kind === 'guest') throw new DomainError('unauthenticated', { detail: 'Please sign in first.' })
  if (subject) throw new DomainError('not_found')
  throw new DomainError('forbidden', { detail: 'Your account may not do this.' })
}

/** The signed-in person. @throws unauthenticated */
export function requireUser(ctx: Ctx): UserId {
  requireCan(ctx, 'account.use')
  if (ctx.actor.kind !== 'user') throw new Error('Only a user may use an account')
  return ctx.actor.userId
}

/** The device a signed-in person uses. @throws unauthenticated also for actors that came without one. */
export function requireSession(ctx: Ctx): Session {
  requireUser(ctx)
  if (!ctx.session) throw new DomainError('unauthenticated', { detail: 'Please sign in first.' })
  return ctx.session
}
