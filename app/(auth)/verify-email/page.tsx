import type { Metadata } from 'next'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { ResendForm } from '@/app/(auth)/_parts/resend-form'
import { VerifyEmailForm } from './verify-email-form'

export const instant = false

export const metadata: Metadata = { title: 'Confirm your e-mail' }

export default async function VerifyEmailPage(props: TokenPageProps) {
  return (
    <>
      <AuthHead title="Confirm your e-mail">One click, and your account is ready.</AuthHead>
      <VerifyEmailForm token={await queryToken(props)} />
      <ResendForm question="The link is too old?" />
    </>
  )
}
