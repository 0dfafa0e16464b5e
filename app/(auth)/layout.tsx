import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { fontVariables } from '@/app/_ui/fonts'
import { LockIcon } from '@/app/_ui/icons'
import { Wordmark } from '@/app/_ui/logo'
import { SkipLink } from '@/app/_ui/skip-link'
import { ThemeScript } from '@/app/_ui/theme-script'
import { getSettings } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'

/** Nothing here is a static shell: every script carries this request's nonce, and the pages work without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await getSettings()
  return {
    metadataBase: new URL(appUrl),
    title: { default: shopName, template: `%s · ${shopName}` },
    robots: { index: false, follow: false },
    // Addresses of these pages may carry a secret, which stays on this site. With no-referrer a form would be sent without its Origin.
    referrer: 'same-origin',
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function SignInLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const { shopName, locale, supportEmail } = await getSettings()
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body className="flex flex-col">
        <SkipLink />
        <header className="page flex h-16 items-center justify-between gap-4">
          <a href="/" className="rounded-md" aria-label={`${shopName}, to the shop`}>
            <Wordmark name={shopName} />
          </a>
          <p className="flex items-center gap-2 text-muted text-sm">
            <LockIcon className="size-4" />
            <span className="max-[22rem]:sr-only">Only you get in</span>
          </p>
        </header>
        {/* Not in the middle: on a slow line the card grows while it arrives, and would move. */}
        <main
          id="content"
          tabIndex={-1}
          className="page grid flex-1 content-start justify-items-center pt-[clamp(1rem,10dvh,6rem)] pb-8 outline-none"
        >
          <div className="w-full max-w-md rounded-lg bg-surface p-6 shadow-sm sm:p-10">{children}</div>
        </main>
        <footer className="page flex flex-wrap justify-center gap-x-6 gap-y-2 py-8 text-muted text-sm">
          <a href="/" className="min-h-6 underline underline-offset-4 hover:text-ink">
            Back to the shop
          </a>
          <a href="/pages/privacy" className="min-h-6 underline underline-offset-4 hover:text-ink">
            Privacy
          </a>
          <a href={`mailto:${supportEmail}`} className="min-h-6 underline underline-offset-4 hover:text-ink">
            {supportEmail}
          </a>
        </footer>
      </body>
    </html>
  )
}
