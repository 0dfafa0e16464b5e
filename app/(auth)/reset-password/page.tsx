import type { Metadata } from 'next'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { ResetPasswordForm } from './reset-password-form'

export const instant = false

export const metadata: Metadata = { title: 'Choose a new password' }

export default async function ResetPasswordPage(props: TokenPageProps) {
  return (
    <>
      <AuthHead title="Choose a new password">Every device that is signed in now will be signed out.</AuthHead>
      <ResetPasswordForm token={await queryToken(props)} />
    </>
  )
}
