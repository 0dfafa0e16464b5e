import type { Metadata } from 'next'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { appUrl } from '@/lib/platform/env'
import { listMySubscriptions } from '@/lib/subscriptions/list-my-subscriptions'
import { listWishlist } from '@/lib/wishlist/list-wishlist'
import { SharePanel } from './share-panel'
import { SubscriptionList } from './subscription-list'
import { WishlistPanel } from './wishlist-panel'

export const instant = false

export const metadata: Metadata = { title: 'Wishlist' }

export default async function WishlistPage() {
  const [wishlist, subscriptions] = await signedIn('/account/wishlist', (ctx) => Promise.all([listWishlist(ctx), listMySubscriptions(ctx)]))
  const { items, share_path } = wishlist
  return (
    <>
      <PageHead title="Wishlist">
        {items.length > 0 && `${items.length === 1 ? 'One thing' : `${items.length} things`} you liked, at today's prices.`}
      </PageHead>
      <div className="grid gap-12">
        <WishlistPanel items={items} />
        {(items.length > 0 || share_path) && <SharePanel sharePath={share_path} origin={appUrl} />}
        <SubscriptionList subscriptions={subscriptions.data} />
      </div>
    </>
  )
}
