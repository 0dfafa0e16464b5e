'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { Route } from 'next'
import Link from 'next/link'
import { readViewAgain } from '@/app/_client/view'
import { classes } from '@/app/_ui/classes'
import type { NotificationView } from '@/lib/notifications/schemas'

type Props = { notifications: NotificationView[]; locale: string; timeZone: string }

/** Newest first; unread ones carry a dot. Following one marks it as read. */
export function NotificationList({ notifications, locale, timeZone }: Props) {
  const client = useQueryClient()
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const read = async ({ id }: NotificationView) => {
    // The page that is opened meanwhile does not need it, so a failure is left to the next visit. It outlives this document.
    const headers = { 'content-type': 'application/json' }
    await fetch(`/api/v1/notifications/${id}/read`, { method: 'POST', keepalive: true, headers, body: '{}' }).catch(() => null)
    await readViewAgain(client)
  }
  return (
    <ul className="grid gap-2">
      {notifications.map((notification) => (
        <li
          key={notification.id}
          className={classes(
            'relative grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-3 rounded-lg bg-surface p-5 shadow-sm',
            notification.href && 'hover:bg-sunken',
          )}
        >
          <span className={classes('mt-2 size-2 rounded-full', notification.is_read ? 'bg-transparent' : 'bg-accent')} />
          <div>
            <p className={classes(!notification.is_read && 'font-semibold')}>
              {notification.href ? (
                <Link
                  href={notification.href as Route}
                  prefetch={false}
                  onClick={() => void read(notification)}
                  className="after:absolute after:inset-0 after:rounded-lg"
                >
                  {notification.title}
                </Link>
              ) : (
                notification.title
              )}
              {!notification.is_read && <span className="sr-only"> (not read yet)</span>}
            </p>
            {notification.body && <p className="text-muted">{notification.body}</p>}
            <p className="text-muted text-sm">{time.format(new Date(notification.created_at))}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
