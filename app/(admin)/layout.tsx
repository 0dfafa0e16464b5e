import '../globals.css'
import './admin.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { Providers } from '@/app/_client/providers'
import { ViewReader } from '@/app/_client/view-reader'
import { fontVariables } from '@/app/_ui/fonts'
import { SkipLink } from '@/app/_ui/skip-link'
import { ThemeScript } from '@/app/_ui/theme-script'
import { getSettings } from '@/lib/catalog/cached'
import { can } from '@/lib/platform/auth/can'
import { appUrl } from '@/lib/platform/env'
import { areasFor } from './_frame/areas'
import { Sidebar } from './_frame/sidebar'
import { TopBar } from './_frame/top-bar'
import { staffCtx } from './_parts/staff-ctx'

/** Every page here is drawn for one member of staff: for each request, with its nonce on every script, and kept by nobody. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await getSettings()
  return {
    metadataBase: new URL(appUrl),
    title: { default: `Dashboard · ${shopName}`, template: `%s · Dashboard · ${shopName}` },
    robots: { index: false, follow: false },
    referrer: 'same-origin',
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

/** The frame of the dashboard. It guards nothing: each page asks its domain function. Whoever does not work here sees no frame either. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const [{ shopName, locale, currency }, { actor, session }] = await Promise.all([getSettings(), staffCtx()])
  const isStaff = can(actor, 'dashboard.use')
  const areas = areasFor(actor)
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body className="admin">
        <SkipLink />
        <Providers locale={locale} currency={currency}>
          {isStaff && session ? (
            <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
              <Sidebar areas={areas} shopName={shopName} person={session.name} role={session.role} />
              <div className="min-w-0">
                <TopBar areas={areas} />
                {children}
              </div>
            </div>
          ) : (
            children
          )}
          <Toaster position="bottom-right" className="admin-toaster" gap={8} />
          <ViewReader />
        </Providers>
      </body>
    </html>
  )
}
