import { PostalAddress } from '@/app/_ui/postal-address'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { AddressDialog } from './address-dialog'

type Props = {
  order: StaffOrder
  mayCorrect: boolean
  seesCustomer: boolean
  countryName: string
  billingCountryName: string
}

/** Who bought it and where it goes. */
export function CustomerPanel({ order, mayCorrect, seesCustomer, countryName, billingCountryName }: Props) {
  const { customer, email, shipping_address: shipping, billing_address: billing } = order
  const canCorrect = mayCorrect && order.fulfillment_status === 'unfulfilled' && ['pending', 'paid'].includes(order.status)
  const isSame = JSON.stringify(shipping) === JSON.stringify(billing)
  return (
    <Panel id="customer" title="Customer">
      <div className="grid gap-4 text-sm">
        <div>
          <p className="font-semibold text-base">
            {customer && seesCustomer ? (
              <a href={`/admin/customers/${customer.id}`} className="underline-offset-4 hover:underline">
                {customer.name}
              </a>
            ) : (
              (customer?.name ?? shipping.full_name)
            )}
          </p>
          <a href={`mailto:${email}`} className="break-all text-accent underline-offset-4 hover:underline">
            {email}
          </a>
          <p className="text-muted">
            {customer ? (
              <a href={`/admin/orders?customer=${customer.id}`} className="inline-flex min-h-6 items-center underline-offset-4 hover:underline">
                {customer.orders} {customer.orders === 1 ? 'order' : 'orders'}
              </a>
            ) : (
              'Guest, without an account'
            )}
          </p>
        </div>
        <div className="grid gap-2">
          <PostalAddress title="Deliver to" address={shipping} countryName={countryName} />
          {canCorrect && (
            <div>
              <AddressDialog order={order} countryName={countryName} />
            </div>
          )}
        </div>
        {isSame ? (
          <p className="text-muted">Billed to the same address</p>
        ) : (
          <PostalAddress title="Bill to" address={billing} countryName={billingCountryName} />
        )}
      </div>
    </Panel>
  )
}
