import Link from 'next/link'
import { button } from '@/app/_ui/button'

export function EmptyShelf() {
  return (
    <div className="rounded-lg bg-sunken px-6 py-16 text-center">
      <p className="display text-xl">This shelf is empty at the moment</p>
      <p className="mt-2 text-muted">New things arrive often. Until then, the rest of the shop is open.</p>
      <Link href="/" prefetch={false} className={button({ className: 'mt-6' })}>
        To the front page
      </Link>
    </div>
  )
}
