import type { Metadata } from 'next'
import { connection } from 'next/server'
import { viewCart } from '@/lib/cart/view-cart'
import { getSettings } from '@/lib/catalog/cached'
import { pageCtx } from '@/lib/web/page-context'
import { CartNews } from './cart-news'
import { CartPanel } from './cart-panel'

export const instant = false

export const metadata: Metadata = { title: 'Your cart' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CartPage({ searchParams }: Props) {
  await connection()
  const ctx = await pageCtx()
  const [cart, { timeZone }, query] = await Promise.all([viewCart(ctx), getSettings(), searchParams])
  return (
    <>
      <h1 className="text-xl">Your cart</h1>
      <CartNews query={query} />
      <CartPanel rendered={cart} timeZone={timeZone} nowIso={new Date().toISOString()} isSignedIn={ctx.actor.kind === 'user'} />
    </>
  )
}
