import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { Providers } from '@/app/_client/providers'
import { fontVariables } from '@/app/_ui/fonts'
import { SkipLink } from '@/app/_ui/skip-link'
import { ThemeScript } from '@/app/_ui/theme-script'
import { getSettings } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'
import { CheckoutFooter } from './_parts/checkout-footer'
import { CheckoutHeader } from './_parts/checkout-header'
import '../globals.css'
import './checkout.css'

/** Nothing here is a static shell: every script carries this request's nonce, and the pages work without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await getSettings()
  return {
    metadataBase: new URL(appUrl),
    title: { default: shopName, template: `%s · ${shopName}` },
    robots: { index: false, follow: false },
    referrer: 'strict-origin-when-cross-origin',
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function CheckoutLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const { shopName, locale, currency, supportEmail } = await getSettings()
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body className="flex flex-col">
        <SkipLink />
        <Providers locale={locale} currency={currency}>
          <CheckoutHeader shopName={shopName} />
          <main id="content" tabIndex={-1} className="page flex-1 py-8 outline-none lg:py-12">
            {children}
          </main>
          <CheckoutFooter supportEmail={supportEmail} />
        </Providers>
      </body>
    </html>
  )
}
