import '../globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Providers } from '@/app/_client/providers'
import { ViewReader } from '@/app/_client/view-reader'
import { fontVariables } from '@/app/_ui/fonts'
import { SkipLink } from '@/app/_ui/skip-link'
import { ThemeScript } from '@/app/_ui/theme-script'
import { getCategoryTree, getSettings } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'
import { Footer } from './_parts/footer'
import { Header } from './_parts/header'

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await getSettings()
  return {
    metadataBase: new URL(appUrl),
    title: { default: `${shopName}: good things for every day`, template: `%s · ${shopName}` },
    description: 'Sound, clothes, things for the house and for going outside. The stock you see is the stock there is.',
    openGraph: { siteName: shopName, type: 'website', images: [{ url: '/og.png', width: 1200, height: 630, alt: shopName }] },
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171310' },
  ],
}

/** The public pages: the same bytes for everybody. What is personal arrives in the browser with the view read. */
export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [{ shopName, locale, currency }, departments] = await Promise.all([getSettings(), getCategoryTree()])
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body className="flex flex-col">
        <SkipLink />
        <Providers locale={locale} currency={currency}>
          <Header shopName={shopName} departments={departments} />
          {/* At least as high as the screen: the footer never comes into view while a page changes. */}
          <main id="content" tabIndex={-1} className="min-h-dvh flex-1 outline-none">
            {children}
          </main>
          <Footer shopName={shopName} departments={departments} />
          <ViewReader />
        </Providers>
      </body>
    </html>
  )
}
