import '../globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getSettings } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'
import { Frame } from './_parts/frame'

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

export default function ShopLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>
}
