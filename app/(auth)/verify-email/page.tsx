import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { ResendForm } from '@/app/(auth)/_parts/resend-form'
import { emailOfLink, isAccountLink } from '@/lib/customers/link-token'
import { VerifyEmailForm } from './verify-email-form'

export const instant = false

export const metadata: Metadata = { title: 'Confirm your e-mail' }

export default async function VerifyEmailPage(props: TokenPageProps) {
  const token = await queryToken(props)
  if (!isAccountLink(token)) {
    return (
      <>
        <AuthHead title="This link is no good">
          It is too old, or a part of it was lost on the way. Copy all of it from our mail, or ask for a new one.
        </AuthHead>
        <a href="/sign-in" className={button({ size: 'lg', look: 'quiet', wide: true })}>
          Confirmed already? Sign in
        </a>
        <ResendForm question="You need a new link?" />
      </>
    )
  }
  return (
    <>
      <AuthHead title="Confirm your e-mail">Your password once more, and your account is ready.</AuthHead>
      <VerifyEmailForm token={token} email={emailOfLink(token)} />
      <ResendForm question="The link is too old?" />
    </>
  )
}
