import { z } from 'zod'
import { markAllRead } from '@/lib/notifications/mark-read'
import { UnreadCount } from '@/lib/notifications/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/notifications/read', {
  summary: 'Mark all your notifications as read',
  input: z.strictObject({}),
  output: UnreadCount,
  isPersonal: true,
  run: markAllRead,
})
