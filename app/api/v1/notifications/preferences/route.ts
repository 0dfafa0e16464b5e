import { z } from 'zod'
import { listPreferences, savePreferences } from '@/lib/notifications/preferences'
import { Preferences, SavePreferences } from '@/lib/notifications/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/notifications/preferences', {
  summary: 'What you are told about, and where',
  input: z.strictObject({}),
  output: Preferences,
  isPersonal: true,
  run: listPreferences,
})

export const PATCH = route('PATCH /api/v1/notifications/preferences', {
  summary: 'Switch kinds of notifications on or off',
  input: SavePreferences,
  output: Preferences,
  isPersonal: true,
  run: savePreferences,
})
