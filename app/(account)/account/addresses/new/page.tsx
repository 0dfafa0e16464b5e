import type { Metadata } from 'next'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { addAddressAction } from '@/app/(account)/account/addresses/actions'
import { AddressForm } from '@/app/(account)/account/addresses/address-form'
import { getSettings } from '@/lib/catalog/cached'
import { listCountries, requireCountry } from '@/lib/checkout/countries'
import { requireUser } from '@/lib/platform/auth/can'

export const instant = false

export const metadata: Metadata = { title: 'Add an address' }

export default async function NewAddressPage() {
  await signedIn('/account/addresses/new', async (ctx) => requireUser(ctx))
  const { homeCountry } = await getSettings()
  return (
    <>
      <PageHead title="Add an address" />
      <AddressForm action={addAddressAction} countries={listCountries()} country={requireCountry(homeCountry)} />
    </>
  )
}
