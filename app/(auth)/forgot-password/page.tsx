import type { Metadata } from 'next'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { ForgotPasswordForm } from './forgot-password-form'

export const instant = false

export const metadata: Metadata = { title: 'Forgotten password' }

export default function ForgotPasswordPage() {
  return (
    <>
      <AuthHead title="Forgotten your password?">Tell us your address, and we send you a link to choose a new one.</AuthHead>
      <ForgotPasswordForm />
      <p className="mt-8 border-line border-t pt-6 text-center">
        It came back to you?{' '}
        <a href="/sign-in" className="font-semibold text-accent underline underline-offset-4">
          Sign in
        </a>
      </p>
    </>
  )
}
