import { PostalAddress } from '@/app/_ui/postal-address'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { findCountry } from '@/lib/checkout/countries'
import type { CustomerDetail } from '@/lib/customers/staff-schemas'

type Address = CustomerDetail['addresses'][number]

/** The address book that they keep for the checkout. */
export function AddressesPanel({ addresses }: { addresses: CustomerDetail['addresses'] }) {
  return (
    <Panel id="addresses" title="Addresses">
      {addresses.length === 0 ? (
        <p className="text-muted text-sm">None kept.</p>
      ) : (
        <div className="grid gap-4">
          {addresses.map((address) => (
            <PostalAddress
              key={address.id}
              title={titleOf(address)}
              address={address}
              countryName={findCountry(address.country)?.name ?? address.country}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}

function titleOf({ is_default_shipping, is_default_billing }: Address): string {
  if (is_default_shipping && is_default_billing) return 'Usual address'
  if (is_default_shipping) return 'Usually delivered to'
  return is_default_billing ? 'Usually billed to' : 'Another address'
}
