import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { LostDrawing } from './_parts/lost-drawing'

export default function NotFound() {
  return (
    <div className="page flex flex-col items-center py-20 text-center">
      <LostDrawing />
      <h1 className="mt-8 text-xl">There is nothing at this address</h1>
      <p className="mt-3 max-w-[48ch] text-muted">It may have moved, or it is no longer in the shop. The search above finds what is here.</p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        <Link href="/" className={button()}>
          To the front page
        </Link>
        <Link href="/search" prefetch={false} className={button({ look: 'quiet' })}>
          See all products
        </Link>
      </div>
    </div>
  )
}
