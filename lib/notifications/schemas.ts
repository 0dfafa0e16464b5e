import { z } from 'zod'
import { NotificationId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'
import { channels, kindNames } from './kinds'

const NotificationKindName = z.enum(kindNames)

export const ListNotifications = z.object({
  cursor: z.string().max(500).optional(),
  page_size: wholeNumber(1, 100).prefault(20),
  unread: z.stringbool().optional(),
})
export type ListNotifications = z.infer<typeof ListNotifications>

export const NotificationRef = z.strictObject({ id: NotificationId })
export type NotificationRef = z.infer<typeof NotificationRef>

export const NotificationView = z.object({
  id: NotificationId,
  kind: NotificationKindName,
  title: z.string(),
  body: z.string(),
  /** A path of the shop. */
  href: z.string().nullable(),
  is_read: z.boolean(),
  created_at: z.string(),
})
export type NotificationView = z.infer<typeof NotificationView>

export const NotificationPage = z.object({
  data: z.array(NotificationView),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  unread: z.number().int(),
})
export type NotificationPage = z.infer<typeof NotificationPage>

export const UnreadCount = z.object({ unread: z.number().int() })
export type UnreadCount = z.infer<typeof UnreadCount>

const Preference = z.strictObject({ kind: NotificationKindName, channel: z.enum(channels), is_on: z.boolean() })

export const SavePreferences = z.strictObject({ preferences: z.array(Preference).min(1).max(50) })
export type SavePreferences = z.infer<typeof SavePreferences>

export const Preferences = z.object({ data: z.array(Preference.extend({ is_fixed: z.boolean() })) })
export type Preferences = z.infer<typeof Preferences>
