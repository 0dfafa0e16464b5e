import type { ReactNode } from 'react'
import { Providers } from '@/app/_client/providers'
import { ViewReader } from '@/app/_client/view-reader'
import { fontVariables } from '@/app/_ui/fonts'
import { SkipLink } from '@/app/_ui/skip-link'
import { ThemeScript } from '@/app/_ui/theme-script'
import { getCategoryTree, getSettings } from '@/lib/catalog/cached'
import { Footer } from './footer'
import { Header } from './header'

/** The document of every public page: the same bytes for everybody. What is personal arrives in the browser with the view read. */
export async function Frame({ children }: { children: ReactNode }) {
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
