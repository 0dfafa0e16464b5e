import { LockIcon } from '@/app/_ui/icons'
import { Wordmark } from '@/app/_ui/logo'

/** Less than the shop's header on purpose: the way home, and nothing that leads away from a purchase. */
export function CheckoutHeader({ shopName }: { shopName: string }) {
  return (
    <header className="border-line border-b">
      <div className="page flex h-16 items-center justify-between gap-4">
        <a href="/" className="rounded-md" aria-label={`${shopName}, to the shop`}>
          <Wordmark name={shopName} />
        </a>
        <p className="no-print flex items-center gap-2 text-muted text-sm">
          <LockIcon className="size-4" />
          <span className="max-[22rem]:sr-only">Secure checkout</span>
        </p>
      </div>
    </header>
  )
}
