import './globals.css'
import type { Metadata } from 'next'
import { button } from './_ui/button'
import { fontVariables } from './_ui/fonts'
import { Mark } from './_ui/logo'
import { ThemeScript } from './_ui/theme-script'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses outside every group of pages. It stands alone: no layout is around it. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <main className="page flex min-h-dvh flex-col items-center justify-center py-16 text-center">
          <Mark className="size-16" />
          <h1 className="mt-8 text-xl">There is nothing at this address</h1>
          <p className="mt-3 max-w-[48ch] text-muted">It may have moved, or it never was. The front page knows the way to everything.</p>
          <a href="/" className={button({ className: 'mt-8' })}>
            To the front page
          </a>
        </main>
      </body>
    </html>
  )
}
