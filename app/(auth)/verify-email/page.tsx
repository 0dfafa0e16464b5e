import type { Metadata } from 'next'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { ResendForm } from '@/app/(auth)/_parts/resend-form'
import { emailOfLink } from '@/lib/customers/link-token'
import { VerifyEmailForm } from './verify-email-form'

export const instant = false

export const metadata: Metadata = { title: 'Confirm your e-mail' }

export default async function VerifyEmailPage(props: TokenPageProps) {
  const token = await queryToken(props)
  return (
    <>
      <AuthHead title="Confirm your e-mail">Your password once more, and your account is ready.</AuthHead>
      <VerifyEmailForm token={token} email={emailOfLink(token)} />
      <ResendForm question="The link is too old?" />
    </>
  )
}
