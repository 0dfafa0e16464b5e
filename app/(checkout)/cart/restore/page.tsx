import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { SummaryLines } from '@/app/(checkout)/_parts/order-summary'
import { findLeftCart } from '@/lib/cart/restore-cart'
import { getSettings } from '@/lib/catalog/cached'
import { pageCtx } from '@/lib/web/page-context'
import { RestoreForm } from './restore-form'

export const instant = false

export const metadata: Metadata = { title: 'The cart you left' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The link of a reminder. Opening it changes nothing: programs that look through mail open every link. Whoever reads it where they filled the cart is in it at once. */
export default async function RestoreCartPage({ searchParams }: Props) {
  const { t: token } = await searchParams
  const left = typeof token === 'string' ? await findLeftCart(await pageCtx(), token) : null
  if (left?.isMine) redirect('/cart')
  if (!left || typeof token !== 'string') notFound()
  const { locale } = await getSettings()
  return (
    <div className="grid w-full max-w-lg gap-6 justify-self-center">
      <h1 className="text-xl">The cart you left</h1>
      <div className="grid gap-6 rounded-lg bg-surface p-5 shadow-sm sm:p-6">
        <SummaryLines lines={left.lines} locale={locale} />
        {left.coupon && (
          <p>
            {left.coupon.percent}% off with code <strong className="break-all">{left.coupon.code}</strong>, which comes along.
          </p>
        )}
        <RestoreForm token={token} />
      </div>
    </div>
  )
}
