import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { fontVariables } from '@/app/_ui/fonts'
import { Wordmark } from '@/app/_ui/logo'
import { ThemeScript } from '@/app/_ui/theme-script'
import { ThemeToggle } from '@/app/_ui/theme-toggle'
import { getSettings } from '@/lib/catalog/cached'
import '../globals.css'

/** Tools of a local shop. What they show was written by others, so each page has a policy with a nonce, and they work without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await getSettings()
  return { title: { default: `Mailbox · ${shopName}`, template: `%s · Mailbox · ${shopName}` }, robots: { index: false, follow: false } }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function DevLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const { shopName, locale } = await getSettings()
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body className="flex flex-col">
        <header className="border-line border-b">
          <div className="page flex h-16 items-center justify-between gap-4">
            <a href="/" className="rounded-md" aria-label={`${shopName}, to the shop`}>
              <Wordmark name={shopName} />
            </a>
            <nav aria-label="Mailbox" className="flex items-center gap-x-4 font-medium text-sm max-sm:gap-x-3">
              <a href="/dev/mailbox" className="hover:underline">
                Mailbox
              </a>
              <a href="/dev/mailbox/templates" className="hover:underline">
                Templates
              </a>
              <ThemeToggle />
            </nav>
          </div>
        </header>
        <main id="main" className="page flex-1 py-8 lg:py-12">
          {children}
        </main>
      </body>
    </html>
  )
}
