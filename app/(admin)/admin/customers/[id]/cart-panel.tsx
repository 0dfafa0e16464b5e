import { Panel } from '@/app/(admin)/_parts/page-head'
import { formatMoney } from '@/lib/core/format-money'
import type { CustomerDetail } from '@/lib/customers/staff-schemas'

/** What is in their cart now, at the prices at which they put it there. */
export function CartPanel({ cart, locale }: { cart: CustomerDetail['cart']; locale: string }) {
  return (
    <Panel id="cart" title="Cart">
      {!cart || cart.lines.length === 0 ? (
        <p className="text-muted text-sm">The cart is empty.</p>
      ) : (
        <>
          <ul className="grid gap-1.5 text-sm">
            {cart.lines.map((line) => (
              <li key={line.id} className="flex justify-between gap-4">
                <span className="min-w-0">
                  <span className="tabular text-muted">{line.quantity} × </span>
                  <a href={`/p/${line.slug}`} className="underline-offset-4 hover:underline">
                    {line.name}
                  </a>
                  {line.variant_title && <span className="text-muted"> · {line.variant_title}</span>}
                </span>
                <span className="tabular">{formatMoney(line.line_total, locale)}</span>
              </li>
            ))}
          </ul>
          <p className="tabular mt-3 flex justify-between gap-4 border-line border-t pt-2 font-semibold text-sm">
            <span>Subtotal</span>
            <span>{formatMoney(cart.totals.subtotal, locale)}</span>
          </p>
        </>
      )}
    </Panel>
  )
}
