import { listNotifications } from '@/lib/notifications/list-notifications'
import { ListNotifications, NotificationPage } from '@/lib/notifications/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/notifications', {
  summary: 'Your notifications, newest first',
  input: ListNotifications,
  output: NotificationPage,
  isPersonal: true,
  run: listNotifications,
})
