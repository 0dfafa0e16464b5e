import type { Metadata } from 'next'
import Link from 'next/link'
import { Badge } from '@/app/_ui/badge'
import { button } from '@/app/_ui/button'
import { TruckIcon } from '@/app/_ui/icons'
import { PostalAddress } from '@/app/_ui/postal-address'
import { EmptyState } from '@/app/(account)/_parts/empty-state'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { listAddresses } from '@/lib/addresses/list-addresses'
import { findCountry } from '@/lib/checkout/countries'
import { RemoveAddress } from './remove-address'

export const instant = false

export const metadata: Metadata = { title: 'Your addresses' }

export default async function AddressesPage() {
  const { data } = await signedIn('/account/addresses', listAddresses)
  const add = (
    <Link href="/account/addresses/new" prefetch={false} className={button({ look: data.length === 0 ? 'primary' : 'quiet' })}>
      Add an address
    </Link>
  )
  return (
    <>
      <PageHead title="Your addresses" action={data.length > 0 && add}>
        They wait for you in the checkout. Orders keep the address they were placed with.
      </PageHead>
      {data.length === 0 ? (
        <EmptyState icon={<TruckIcon />} title="No address yet" action={add}>
          Keep one here, and the checkout has one thing less to ask.
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">The addresses you keep</h2>
          <ul className="grid gap-4 sm:grid-cols-2">
            {data.map((address) => (
              <li key={address.id} className="flex flex-col gap-4 rounded-lg bg-surface p-6 shadow-sm">
                {(address.is_default_shipping || address.is_default_billing) && (
                  <p className="flex flex-wrap gap-2">
                    {address.is_default_shipping && <Badge tone="accent">Deliveries go here</Badge>}
                    {address.is_default_billing && <Badge tone="accent">Bills go here</Badge>}
                  </p>
                )}
                <PostalAddress
                  title={address.full_name}
                  address={{ ...address, full_name: '' }}
                  countryName={findCountry(address.country)?.name ?? address.country}
                />
                <div className="mt-auto flex flex-wrap items-start gap-x-5 gap-y-2">
                  <Link
                    href={`/account/addresses/${address.id}`}
                    prefetch={false}
                    aria-label={`Change the address of ${address.full_name}, ${address.line1}`}
                    className="inline-block min-h-6 text-accent text-sm underline underline-offset-4"
                  >
                    Change
                  </Link>
                  <RemoveAddress id={address.id} line={address.line1} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
