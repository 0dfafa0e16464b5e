import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { changeAddressAction } from '@/app/(account)/account/addresses/actions'
import { AddressForm } from '@/app/(account)/account/addresses/address-form'
import { listAddresses } from '@/lib/addresses/list-addresses'
import { findCountry, listCountries } from '@/lib/checkout/countries'

export const instant = false

export const metadata: Metadata = { title: 'Change an address' }

export default async function ChangeAddressPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { data } = await signedIn(`/account/addresses/${encodeURIComponent(id)}`, listAddresses)
  const address = data.find((candidate) => candidate.id === id)
  const country = address ? findCountry(address.country) : null
  if (!address || !country) notFound()
  return (
    <>
      <PageHead title="Change an address">Orders you have already placed keep the address they were placed with.</PageHead>
      <AddressForm action={changeAddressAction} countries={listCountries()} country={country} address={address} />
    </>
  )
}
