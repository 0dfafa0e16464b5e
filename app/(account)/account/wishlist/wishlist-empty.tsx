import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { HeartIcon } from '@/app/_ui/icons'
import { EmptyState } from '@/app/(account)/_parts/empty-state'

/** An empty list shows what fills it. */
export function WishlistEmpty() {
  const shop = (
    <Link href="/" prefetch={false} className={button({})}>
      Find something to like
    </Link>
  )
  return (
    <EmptyState icon={<HeartIcon />} title="Nothing here yet" action={shop}>
      Press the heart on anything you like, and it waits for you here, on every device. You can share the list before a birthday, and we can tell you
      when something costs less.
    </EmptyState>
  )
}
