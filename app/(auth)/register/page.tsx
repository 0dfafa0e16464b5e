import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { nextOf, withNext } from '@/app/(auth)/_parts/next-path'
import { pageCtx } from '@/lib/web/page-context'
import { RegisterForm } from './register-form'

export const instant = false

export const metadata: Metadata = { title: 'Open an account' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RegisterPage({ searchParams }: Props) {
  const [{ session }, query] = await Promise.all([pageCtx(), searchParams])
  const next = nextOf(query)
  if (session) redirect((next ?? '/account') as Route)
  return (
    <>
      <AuthHead title="Open an account">See where your orders are, keep addresses and wishes, and check out faster.</AuthHead>
      <RegisterForm next={next} />
      <p className="mt-8 border-line border-t pt-6 text-center">
        Been here before?{' '}
        <a href={withNext('/sign-in', next)} className="font-semibold text-accent underline underline-offset-4">
          Sign in
        </a>
      </p>
    </>
  )
}
