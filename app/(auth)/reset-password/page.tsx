import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { queryToken, type TokenPageProps } from '@/app/(auth)/_parts/query-token'
import { ResetPasswordForm } from './reset-password-form'

export const instant = false

/** What better-auth makes (`generateId(24)`). Shorter ones are told before somebody thinks of a password. */
const TOKEN_LENGTH = 24

export const metadata: Metadata = { title: 'Choose a new password' }

export default async function ResetPasswordPage(props: TokenPageProps) {
  const token = await queryToken(props)
  if (token.length < TOKEN_LENGTH) {
    return (
      <>
        <AuthHead title="This link is not whole">A part of it was lost on the way. Copy all of it from our mail, or ask for a new one.</AuthHead>
        <a href="/forgot-password" className={button({ size: 'lg', wide: true })}>
          Send me a new link
        </a>
      </>
    )
  }
  return (
    <>
      <AuthHead title="Choose a new password">Every device that is signed in now will be signed out.</AuthHead>
      <ResetPasswordForm token={token} />
    </>
  )
}
