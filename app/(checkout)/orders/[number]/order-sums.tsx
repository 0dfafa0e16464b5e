import { CartTotals } from '@/app/_client/cart-totals'
import { PostalAddress } from '@/app/_ui/postal-address'
import { isStillComing } from '@/app/(checkout)/_parts/is-still-coming'
import { findCountry } from '@/lib/checkout/countries'
import type { OrderView } from '@/lib/orders/schemas'

/** What an order came to, when it comes while it is still to come, and where it goes. */
export function OrderSums({ order, timeZone }: { order: OrderView; timeZone: string }) {
  const { shipping_address: shipping, billing_address: billing } = order
  return (
    <>
      <section aria-labelledby="totals" className="rounded-lg bg-surface p-6 shadow-sm">
        <h2 id="totals" className="mb-4 text-lg">
          Total
        </h2>
        <CartTotals
          totals={order.totals}
          count={order.total_items}
          timeZone={timeZone}
          nowIso={order.placed_at}
          arrival={isStillComing(order) ? 'dates' : 'none'}
        />
      </section>
      <section aria-label="Addresses" className="grid gap-6 sm:grid-cols-2">
        <PostalAddress title="Goes to" address={shipping} countryName={countryName(shipping.country)} />
        <PostalAddress title="Bill to" address={billing} countryName={countryName(billing.country)} />
      </section>
    </>
  )
}

const countryName = (code: string) => findCountry(code)?.name ?? code
