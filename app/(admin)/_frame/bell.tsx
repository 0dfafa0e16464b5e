'use client'

import { useView } from '@/app/_client/view'
import { BellIcon } from '@/app/_ui/icons'

/** What is new for the person, as in the shop's header. The number comes with the one personal read of a page view. */
export function Bell() {
  const unread = useView()?.user?.unread_notifications ?? 0
  return (
    <a
      href="/account/notifications"
      className="relative grid size-11 place-items-center rounded-full hover:bg-sunken"
      aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
    >
      <BellIcon />
      {unread > 0 && (
        <span
          aria-hidden
          className="tabular absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.75rem] text-accent-ink leading-none"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  )
}
