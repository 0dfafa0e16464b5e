import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { Providers } from '@/app/_client/providers'
import { ViewReader } from '@/app/_client/view-reader'
import { fontVariables } from '@/app/_ui/fonts'
import { SkipLink } from '@/app/_ui/skip-link'
import { ThemeScript } from '@/app/_ui/theme-script'
import { Footer } from '@/app/(shop)/_parts/footer'
import { Header } from '@/app/(shop)/_parts/header'
import { getCategoryTree, getSettings } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'

/** Every page here belongs to one person: drawn for each request, with its nonce on every script, and kept by nobody. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await getSettings()
  return {
    metadataBase: new URL(appUrl),
    title: { default: `Your account · ${shopName}`, template: `%s · ${shopName}` },
    robots: { index: false, follow: false },
    referrer: 'strict-origin-when-cross-origin',
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function PersonalLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const [{ shopName, locale, currency }, departments] = await Promise.all([getSettings(), getCategoryTree()])
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body className="flex flex-col">
        <SkipLink />
        <Providers locale={locale} currency={currency}>
          <Header shopName={shopName} departments={departments} />
          {children}
          <Footer shopName={shopName} departments={departments} />
          <ViewReader />
        </Providers>
      </body>
    </html>
  )
}
