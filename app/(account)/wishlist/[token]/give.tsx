import type { Route } from 'next'
import Link from 'next/link'
import { AddToCartForm } from '@/app/_client/add-to-cart-form'
import { button } from '@/app/_ui/button'
import type { WishlistItem } from '@/lib/wishlist/schemas'

/** Into the giver's own cart, when it is clear what. */
export function QuickAdd({ item }: { item: WishlistItem }) {
  if (!item.buyable_variant_id || item.availability === 'sold_out') return null
  return (
    <div className="absolute right-3 bottom-3 z-10">
      <AddToCartForm variantId={item.buyable_variant_id} productName={item.name} quick />
    </div>
  )
}

/** Otherwise to the page where one chooses. */
export function Choose({ item }: { item: WishlistItem }) {
  if (!item.is_offered || item.buyable_variant_id) return null
  return (
    <Link href={`/p/${item.slug}` as Route} prefetch={false} className={button({ look: 'quiet', size: 'sm', wide: true })}>
      Choose<span className="sr-only"> a version of {item.name}</span>
    </Link>
  )
}
