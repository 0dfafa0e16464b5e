'use client'

import { button } from '@/app/_ui/button'
import { UserIcon } from '@/app/_ui/icons'
import { useView } from './view'

/** The way to one's account; a guest is led to sign in there. The page is the same for everybody, the name comes with the view. */
export function AccountLink() {
  const user = useView()?.user
  const firstName = user?.name.split(' ')[0]
  return (
    <a
      href="/account"
      className={button({ look: 'plain', size: 'icon', className: 'lg:w-auto lg:min-w-11 lg:px-2.5' })}
      aria-label={firstName ? `Your account, ${firstName}` : 'Sign in or open your account'}
    >
      <UserIcon className="size-6" />
      {firstName && (
        <span aria-hidden className="max-w-28 truncate text-sm max-lg:hidden">
          {firstName}
        </span>
      )}
    </a>
  )
}
