import './globals.css'
import type { Metadata } from 'next'
import { Frame } from './(shop)/_parts/frame'
import NotFound from './(shop)/not-found'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses outside every group of pages, and by server/incoming.ts for unknown slugs: the shop around it, so that nobody is at a dead end. */
export default function GlobalNotFound() {
  return (
    <Frame>
      <NotFound />
    </Frame>
  )
}
