'use server'

import { z } from 'zod'
import { channels, kindNames, notificationKinds } from '@/lib/notifications/kinds'
import { markAllRead } from '@/lib/notifications/mark-read'
import { savePreferences } from '@/lib/notifications/preferences'
import { SavePreferences } from '@/lib/notifications/schemas'
import { action } from '@/lib/web/action'

export const markAllReadAction = action(z.object({}), markAllRead, { redirectTo: () => '/account/notifications' })

/** Every switch of the form: one that is off is not sent at all. What cannot be switched off has none. */
const choices = (fields: unknown) => {
  const sent = fields as Record<string, unknown>
  const kinds = kindNames.filter((kind) => !notificationKinds[kind].isFixed)
  return { preferences: kinds.flatMap((kind) => channels.map((channel) => ({ kind, channel, is_on: sent[`${kind}/${channel}`] === 'on' }))) }
}

export const savePreferencesAction = action(z.preprocess(choices, SavePreferences), savePreferences)
