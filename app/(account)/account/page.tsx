import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { ShoppingBagIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { EmptyState } from '@/app/(account)/_parts/empty-state'
import { OrderCard } from '@/app/(account)/_parts/order-card'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { getSettings } from '@/lib/catalog/cached'
import { accountHome } from '@/lib/orders/account-home'
import { requireSession } from '@/lib/platform/auth/can'
import { welcomeWords } from './welcome-words'

export const instant = false

export const metadata: Metadata = { title: 'Your account' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AccountPage({ searchParams }: Props) {
  const { name, home } = await signedIn('/account', async (ctx) => ({ name: requireSession(ctx).name, home: await accountHome(ctx) }))
  const [{ locale, timeZone }, { welcome }] = await Promise.all([getSettings(), searchParams])
  const { orders, counts } = home
  return (
    <>
      <PageHead title={`Hello, ${name.split(' ')[0]}`}>Everything that is yours, in one place.</PageHead>
      {welcome !== undefined && (
        <Notice tone="success" role="status" className="mb-8">
          {welcomeWords(counts.orders)}
        </Notice>
      )}
      <ul className="mb-10 grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Tile href="/account/orders" count={counts.orders} one="order" many="orders" />
        <Tile href="/account/addresses" count={counts.addresses} one="address" many="addresses" />
        <Tile href="/account/wishlist" count={counts.wishlist} one="wish" many="wishes" />
        <Tile href="/account/notifications" count={counts.unreadNotifications} one="new message" many="new messages" />
      </ul>
      <section aria-labelledby="latest">
        <div className="mb-4 flex items-baseline justify-between gap-4">
          <h2 id="latest" className="text-lg">
            Latest orders
          </h2>
          {counts.orders > orders.length && (
            <Link href="/account/orders" prefetch={false} className="min-h-6 text-accent text-sm underline underline-offset-4">
              All {counts.orders} orders
            </Link>
          )}
        </div>
        {orders.length === 0 ? (
          <EmptyState
            level="h3"
            icon={<ShoppingBagIcon />}
            title="Nothing ordered yet"
            action={
              <a href="/" className={button({})}>
                Look around
              </a>
            }
          >
            Once you have, you follow, cancel, return and reorder it here.
          </EmptyState>
        ) : (
          <ul className="grid gap-4">
            {orders.map((order) => (
              <OrderCard key={order.number} order={order} locale={locale} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function Tile({ href, count, one, many }: { href: Route; count: number; one: string; many: string }) {
  return (
    <li>
      <Link href={href} prefetch={false} className="block rounded-lg bg-surface p-5 shadow-sm transition-colors hover:bg-sunken">
        <span className="tabular block font-display text-xl">{count}</span>
        <span className="text-muted text-sm">{count === 1 ? one : many}</span>
      </Link>
    </li>
  )
}
