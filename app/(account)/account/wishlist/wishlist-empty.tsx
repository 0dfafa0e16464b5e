import Link from 'next/link'
import { button } from '@/app/_ui/button'
import '@/app/_client/wishlist.css'

/** An empty list shows what fills it. */
export function WishlistEmpty() {
  return (
    <div className="grid justify-items-start gap-4 rounded-lg bg-sunken px-6 py-12 sm:px-10">
      <p className="display text-xl">Nothing here yet</p>
      <p className="measure text-lg text-muted">
        Press the heart on anything you like, and it waits for you here, on every device. You can share the list before a birthday, and we can tell
        you when something costs less.
      </p>
      <Link href="/" prefetch={false} className={button({ className: 'heart-wide' })}>
        Find something to like
      </Link>
    </div>
  )
}
