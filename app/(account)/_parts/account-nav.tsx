'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { classes } from '@/app/_ui/classes'

const pages = [
  ['/account', 'Overview'],
  ['/account/orders', 'Orders'],
  ['/account/addresses', 'Addresses'],
  ['/account/wishlist', 'Wishlist'],
  ['/account/reviews', 'Reviews'],
  ['/account/notifications', 'Notifications'],
  ['/account/profile', 'Profile'],
  ['/account/security', 'Security'],
  ['/account/privacy', 'Privacy'],
] as const

/** A column beside the page; on narrow screens a row that scrolls sideways, with the page one is on in view, or the link that the keyboard reached. */
export function AccountNav() {
  const path = usePathname()
  const list = useRef<HTMLUListElement>(null)
  const current = pages.find(([page]) => path === page || (page !== '/account' && path.startsWith(`${page}/`)))?.[0]

  useEffect(() => {
    if (list.current) bringIntoView(list.current, list.current.querySelector<HTMLElement>(`a[href="${current}"]`))
  }, [current])

  return (
    <nav aria-label="Your account">
      <ul
        ref={list}
        className="shelf relative -mx-4 -mt-1 flex gap-1 overflow-x-auto px-4 pt-1 pb-2 lg:mx-0 lg:mt-0 lg:flex-col lg:overflow-visible lg:px-0 lg:py-0"
      >
        {pages.map(([page, name]) => (
          <li key={page}>
            <Link
              href={page as Route}
              prefetch={false}
              onFocus={({ currentTarget }) => {
                // A row that moves between press and release would take the click away from the link.
                if (list.current && currentTarget.matches(':focus-visible')) bringIntoView(list.current, currentTarget)
              }}
              aria-current={page === current ? 'page' : undefined}
              className={classes(
                'flex h-11 items-center whitespace-nowrap rounded-full px-4 transition-colors lg:-ml-4',
                page === current ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Only the row moves, never the page. */
function bringIntoView(row: HTMLElement, link: HTMLElement | null): void {
  if (link) row.scrollLeft = link.offsetLeft - row.clientWidth / 2 + link.clientWidth / 2
}
