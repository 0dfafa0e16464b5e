import type { Metadata } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { findMe } from '@/lib/customers/find-me'
import { isEmailChangeOpen } from '@/lib/customers/is-email-change-open'
import { ConfirmEmailForm } from './confirm-email-form'

export const instant = false

export const metadata: Metadata = { title: 'Confirm your new e-mail', referrer: 'same-origin' }

/** The link of a change of address. It needs its account signed in: see `confirmEmailChange`. */
export default async function ConfirmEmailPage(props: TokenPageProps) {
  const token = await queryToken(props)
  const [{ email }, isOpen] = await signedIn(`/account/confirm-email?token=${token}`, (ctx) =>
    Promise.all([findMe(ctx), isEmailChangeOpen(ctx, token)]),
  )
  if (!isOpen) {
    return (
      <>
        <PageHead title="This link is no good">
          It was used, is too old or not whole, or it belongs to another account. You sign in with {email}.
        </PageHead>
        <Link href="/account/profile" prefetch={false} className={button({})}>
          To your profile
        </Link>
      </>
    )
  }
  return (
    <>
      <PageHead title="Confirm your new e-mail">Until you confirm, you sign in with {email}.</PageHead>
      <ConfirmEmailForm token={token} />
    </>
  )
}
