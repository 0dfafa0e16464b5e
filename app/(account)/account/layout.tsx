import type { ReactNode } from 'react'
import { AccountNav } from '@/app/(account)/_parts/account-nav'
import { SignOutButton } from '@/app/(account)/_parts/sign-out-button'
import { pageCtx } from '@/lib/web/page-context'

export const instant = false

/** The frame of an account. It guards nothing: each page asks its domain function, which answers its owner only. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { session } = await pageCtx()
  return (
    <div className="page grid w-full flex-1 gap-x-14 gap-y-6 py-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:py-12">
      <aside className="no-print min-w-0 lg:sticky lg:top-20 lg:self-start">
        {session && (
          <div className="mb-4 flex items-center justify-between gap-4 lg:mb-6 lg:block">
            <p className="min-w-0">
              <span className="block text-muted text-sm">Signed in as</span>
              <span className="block truncate font-semibold">{session.name}</span>
            </p>
            <SignOutButton className="-mr-4 lg:hidden" />
          </div>
        )}
        <AccountNav />
        {session && <SignOutButton className="mt-4 -ml-5 max-lg:hidden" />}
      </aside>
      <main id="content" tabIndex={-1} className="min-h-[60dvh] min-w-0 outline-none">
        {children}
      </main>
    </div>
  )
}
