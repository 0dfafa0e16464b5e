import { and, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { notificationPreferences } from '@/db/schema/notifications'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { allowAgain } from '@/lib/platform/email/suppressions'
import { channels, kindsFor, type NotificationKind, notificationKinds } from './kinds'
import type { Preferences, SavePreferences } from './schemas'

/** What is on for each kind and channel. One statement. @throws unauthenticated */
export async function listPreferences(ctx: Ctx): Promise<Preferences> {
  const userId = requireUser(ctx)
  const chosen = await database().select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId))
  const choices = new Map(chosen.map(({ kind, channel, isOn }) => [`${kind}/${channel}`, isOn]))
  return {
    data: kindsFor(roleOf(ctx)).flatMap((kind) =>
      channels.map((channel) => {
        const { isFixed, [channel]: isOnByDefault } = notificationKinds[kind]
        return { kind, channel, is_on: isFixed || (choices.get(`${kind}/${channel}`) ?? isOnByDefault), is_fixed: isFixed }
      }),
    ),
  }
}

const roleOf = ({ actor }: Ctx) => (actor.kind === 'user' ? actor.role : 'customer')

/**
 * Keeps what was chosen; what is not named stays as it is. Mails that are switched on again come again, also after a click on
 * "unsubscribe". At most five statements.
 * @throws unauthenticated, invalid_input for what cannot be switched off
 */
export async function savePreferences(ctx: Ctx, { preferences }: SavePreferences): Promise<Preferences> {
  const userId = requireUser(ctx)
  const errors = preferences.flatMap(({ kind, is_on }, index) =>
    notificationKinds[kind].isFixed && !is_on
      ? [{ pointer: `/preferences/${index}/is_on`, detail: 'This one keeps your account safe and stays on.' }]
      : [],
  )
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
  const mine = new Set(kindsFor(roleOf(ctx)))
  // The last word counts when a pair is named twice.
  const choices = new Map(
    preferences.flatMap(({ kind, channel, is_on: isOn }) =>
      mine.has(kind) ? [[`${kind}/${channel}`, { userId, kind, channel, isOn }] as const] : [],
    ),
  )
  if (choices.size === 0) return listPreferences(ctx)
  await transaction(async (tx) => {
    const before = await tx.select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId))
    await tx
      .insert(notificationPreferences)
      .values([...choices.values()])
      .onConflictDoUpdate({
        target: [notificationPreferences.userId, notificationPreferences.kind, notificationPreferences.channel],
        set: { isOn: sql`excluded.is_on`, updatedAt: new Date() },
      })
    const wasOff = new Set(before.filter(({ isOn }) => !isOn).map(({ kind, channel }) => `${kind}/${channel}`))
    const again = [...choices.values()].filter(({ kind, channel, isOn }) => isOn && channel === 'email' && wasOff.has(`${kind}/${channel}`))
    await allowMailsAgain(
      tx,
      userId,
      again.map(({ kind }) => kind),
    )
  })
  return listPreferences(ctx)
}

/** Of the person's own, confirmed address. */
async function allowMailsAgain(tx: Tx, userId: UserId, kinds: NotificationKind[]): Promise<void> {
  const scopes = advertised.filter((kind) => kinds.includes(kind))
  if (scopes.length === 0) return
  const [user] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.emailVerified, true)))
  if (user) await allowAgain(tx, user.email, [...scopes, 'marketing'])
}

/** Kinds whose mails can be unsubscribed from; they are called the same there. */
const advertised = ['review_request', 'back_in_stock', 'price_drop'] as const
