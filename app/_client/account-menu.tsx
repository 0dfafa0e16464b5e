'use client'

import { useEffect, useRef, useState } from 'react'
import { LogOutIcon } from '@/app/_ui/icons'
import type { View } from '@/lib/view/schemas'
import { sendJson } from './cart-api'

const row = 'flex min-h-11 items-center gap-3 rounded-md px-3 hover:bg-sunken'

/** What hangs below the account's entry in the header. Loaded when somebody reaches for it, and opened as it arrives. */
export function AccountMenu({ user }: { user: NonNullable<View['user']> }) {
  const panel = useRef<HTMLDivElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => {
    const shown = panel.current
    shown?.showPopover()
    // A page that is kept behind the next one must not come back with its menu open.
    return () => {
      if (shown?.matches(':popover-open')) shown.hidePopover()
    }
  }, [])

  async function signOut() {
    try {
      await sendJson('DELETE', '/api/v1/sessions/current')
      // A new document: nothing personal stays in this one's memory.
      window.location.assign('/')
    } catch (error) {
      setRefusal((error as Error).message)
    }
  }

  return (
    <div
      ref={panel}
      id="account-menu"
      popover="auto"
      className="fixed inset-auto top-16 right-[max(clamp(1rem,4vw,2.5rem),calc((100vw-84rem)/2+2.5rem))] m-0 w-64 rounded-lg border border-line bg-surface p-2 shadow-lg backdrop:bg-transparent"
    >
      <p className="px-3 pt-2 pb-1 text-muted text-sm">
        Signed in as <span className="block truncate font-semibold text-base text-ink">{user.name}</span>
      </p>
      <nav aria-label="Account menu">
        <ul>
          {(user.role === 'customer' ? links : [dashboard, ...links]).map(([href, name]) => (
            <li key={href}>
              <a href={href} className={row}>
                {name}
                {href === '/account/notifications' && user.unread_notifications > 0 && (
                  <span className="tabular ml-auto rounded-full bg-accent-soft px-2 py-0.5 font-semibold text-accent text-sm">
                    {user.unread_notifications} new
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-2 border-line border-t pt-2">
        <button type="button" onClick={signOut} className={`${row} w-full font-semibold`}>
          <LogOutIcon />
          Sign out
        </button>
        {refusal && (
          <p role="alert" className="px-3 py-2 font-medium text-danger text-sm">
            {refusal}
          </p>
        )}
      </div>
    </div>
  )
}

/** For those who work here. */
const dashboard = ['/admin', 'Dashboard'] as const

const links = [
  ['/account', 'Overview'],
  ['/account/orders', 'Orders'],
  ['/account/wishlist', 'Wishlist'],
  ['/account/notifications', 'Notifications'],
  ['/account/addresses', 'Addresses'],
] as const
