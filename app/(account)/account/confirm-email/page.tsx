import type { Metadata } from 'next'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { findMe } from '@/lib/customers/find-me'
import { ConfirmEmailForm } from './confirm-email-form'

export const instant = false

export const metadata: Metadata = { title: 'Confirm your new e-mail', referrer: 'same-origin' }

/** The link of a change of address. It needs its account signed in: see `confirmEmailChange`. */
export default async function ConfirmEmailPage(props: TokenPageProps) {
  const token = await queryToken(props)
  const { email } = await signedIn(`/account/confirm-email?token=${token}`, findMe)
  return (
    <>
      <PageHead title="Confirm your new e-mail">Until you confirm, you sign in with {email}.</PageHead>
      <ConfirmEmailForm token={token} />
    </>
  )
}
