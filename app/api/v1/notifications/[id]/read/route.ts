import { markRead } from '@/lib/notifications/mark-read'
import { NotificationRef, UnreadCount } from '@/lib/notifications/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/notifications/{id}/read', {
  summary: 'Mark a notification as read',
  input: NotificationRef,
  output: UnreadCount,
  isPersonal: true,
  run: markRead,
})
