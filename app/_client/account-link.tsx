'use client'

import { lazy, Suspense, useState } from 'react'
import { button } from '@/app/_ui/button'
import { BellIcon, UserIcon } from '@/app/_ui/icons'
import type { View } from '@/lib/view/schemas'
import { useView } from './view'

const loadMenu = () => import('./account-menu')
const AccountMenu = lazy(() => loadMenu().then(({ AccountMenu }) => ({ default: AccountMenu })))

const entry = button({ look: 'plain', size: 'icon', className: 'relative lg:w-auto lg:min-w-11 lg:px-2.5' })

/** The way to one's account; a guest is led to sign in there. The page is the same for everybody, the person comes with the view. */
export function AccountLink() {
  const user = useView()?.user
  if (user) return <SignedIn user={user} />
  return (
    <a href="/account" className={entry} aria-label="Sign in or open your account">
      <UserIcon className="size-6" />
    </a>
  )
}

/** The bell and a menu. On phones there is no room for both: the menu carries the bell's number. */
function SignedIn({ user }: { user: NonNullable<View['user']> }) {
  const [wasOpened, setOpened] = useState(false)
  const firstName = user.name.split(' ')[0]
  const unread = user.unread_notifications
  return (
    <>
      <a
        href="/account/notifications"
        className={button({ look: 'plain', size: 'icon', className: 'relative max-sm:hidden' })}
        aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
      >
        <BellIcon className="size-6" />
        <Count of={unread} />
      </a>
      <button
        type="button"
        popoverTarget="account-menu"
        onClick={() => setOpened(true)}
        onPointerEnter={loadMenu}
        onFocus={loadMenu}
        className={entry}
        aria-label={`Your account, ${firstName}`}
        aria-describedby={unread > 0 ? 'account-unread' : undefined}
      >
        <UserIcon className="size-6" />
        <span aria-hidden className="max-w-28 truncate text-sm max-lg:hidden">
          {firstName}
        </span>
        <Count of={unread} className="sm:hidden" />
        {unread > 0 && (
          <span id="account-unread" hidden>
            {unread} unread {unread === 1 ? 'notification' : 'notifications'}
          </span>
        )}
      </button>
      {wasOpened && (
        <Suspense>
          <AccountMenu user={user} />
        </Suspense>
      )}
    </>
  )
}

function Count({ of: count, className = '' }: { of: number; className?: string }) {
  if (count === 0) return null
  return (
    <span
      aria-hidden
      className={`tabular absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.75rem] text-accent-ink leading-none ${className}`}
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}
