import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { pageCtx } from '@/lib/web/page-context'
import { RegisterForm } from './register-form'

export const instant = false

export const metadata: Metadata = { title: 'Open an account' }

export default async function RegisterPage() {
  const { session } = await pageCtx()
  if (session) redirect('/account' as Route)
  return (
    <>
      <AuthHead title="Open an account">See where your orders are, keep addresses and wishes, and check out faster.</AuthHead>
      <RegisterForm />
      <p className="mt-8 border-line border-t pt-6 text-center">
        Been here before?{' '}
        <a href="/sign-in" className="font-semibold text-accent underline underline-offset-4">
          Sign in
        </a>
      </p>
    </>
  )
}
