import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { notificationPreferences } from '@/db/schema/notifications'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import { channels, kindNames, notificationKinds } from './kinds'
import type { Preferences, SavePreferences } from './schemas'

/** What is on for each kind and channel. One statement. @throws unauthenticated */
export async function listPreferences(ctx: Ctx): Promise<Preferences> {
  const userId = requireUser(ctx)
  const chosen = await database().select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId))
  const choices = new Map(chosen.map(({ kind, channel, isOn }) => [`${kind}/${channel}`, isOn]))
  return {
    data: kindNames.flatMap((kind) =>
      channels.map((channel) => {
        const { isFixed, [channel]: isOnByDefault } = notificationKinds[kind]
        return { kind, channel, is_on: isFixed || (choices.get(`${kind}/${channel}`) ?? isOnByDefault), is_fixed: isFixed }
      }),
    ),
  }
}

/** Keeps what was chosen; what is not named stays as it is. Two statements. @throws unauthenticated, invalid_input for what cannot be switched off */
export async function savePreferences(ctx: Ctx, { preferences }: SavePreferences): Promise<Preferences> {
  const userId = requireUser(ctx)
  const errors = preferences.flatMap(({ kind, is_on }, index) =>
    notificationKinds[kind].isFixed && !is_on
      ? [{ pointer: `/preferences/${index}/is_on`, detail: 'This one keeps your account safe and stays on.' }]
      : [],
  )
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
  // The last word counts when a pair is named twice.
  const choices = new Map(preferences.map(({ kind, channel, is_on: isOn }) => [`${kind}/${channel}`, { userId, kind, channel, isOn }]))
  await database()
    .insert(notificationPreferences)
    .values([...choices.values()])
    .onConflictDoUpdate({
      target: [notificationPreferences.userId, notificationPreferences.kind, notificationPreferences.channel],
      set: { isOn: sql`excluded.is_on`, updatedAt: new Date() },
    })
  return listPreferences(ctx)
}
