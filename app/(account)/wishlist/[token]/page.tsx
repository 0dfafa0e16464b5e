import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { button } from '@/app/_ui/button'
import { WishlistCard } from '@/app/(account)/_parts/wishlist-card'
import { findSharedWishlist } from '@/lib/wishlist/find-shared-wishlist'
import { Choose, QuickAdd } from './give'

export const instant = false

type Props = { params: Promise<{ token: string }> }

export const metadata: Metadata = { title: 'A wishlist' }

/** Somebody's wishlist, for whoever was given its address. It says a first name and what is wished for, and nothing else. */
export default async function SharedWishlistPage({ params }: Props) {
  const { token } = await params
  const shared = await findSharedWishlist(token)
  if (!shared) notFound()
  const { owner_name: owner, items } = shared
  return (
    <main id="content" tabIndex={-1} className="page min-h-[60dvh] flex-1 py-10 outline-none lg:py-14">
      <h1 className="text-[clamp(2rem,1.4rem+2.6vw,3.25rem)] leading-[1.05]">{owner ? `${owner}’s wishlist` : 'A wishlist'}</h1>
      <p className="measure mt-3 text-lg text-muted">
        {items.length === 0
          ? 'There is nothing on it at the moment.'
          : `${items.length === 1 ? 'One thing' : `${items.length} things`} that would make somebody happy. What you buy from here goes into your own cart.`}
      </p>
      {items.length === 0 ? (
        <Link href="/" prefetch={false} className={button({ className: 'mt-6' })}>
          To the shop
        </Link>
      ) : (
        <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 md:grid-cols-3 lg:gap-y-12 xl:grid-cols-4">
          {items.map((item) => (
            <li key={item.product_id}>
              <WishlistCard item={item} corner={<QuickAdd item={item} />} foot={<Choose item={item} />} />
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
