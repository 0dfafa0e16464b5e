import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { ShoppingBagIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { AuthHead } from '@/app/(auth)/_parts/auth-head'
import { nextOf, withNext } from '@/app/(auth)/_parts/next-path'
import { viewCart } from '@/lib/cart/view-cart'
import { pageCtx } from '@/lib/web/page-context'
import { SignInForm } from './sign-in-form'

export const instant = false

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([pageCtx(), searchParams])
  const next = nextOf(query)
  if (ctx.session) redirect((next ?? '/account') as Route)
  const { count } = await viewCart(ctx)
  return (
    <>
      {next?.startsWith('/account/wishlist/add') ? (
        <AuthHead title="Sign in to save it">Wishes are kept in your account, so that you find them on every device.</AuthHead>
      ) : (
        <AuthHead title="Welcome back">Your orders, addresses and wishlist, on every device.</AuthHead>
      )}
      <div className="grid gap-5">
        {query.changed === 'password' && (
          <Notice tone="success" role="status">
            Your password is changed, and every device is signed out. Please sign in with the new one.
          </Notice>
        )}
        {query.erased !== undefined && (
          <Notice tone="success" role="status">
            Your account is erased. Thank you for the time with us.
          </Notice>
        )}
        {query.confirmed !== undefined && (
          <Notice tone="success" role="status">
            Your address is confirmed. Please sign in.
          </Notice>
        )}
        {count > 0 && (
          <Notice className="flex gap-3">
            <ShoppingBagIcon className="mt-0.5 shrink-0" />
            <p>
              The {count === 1 ? 'item' : `${count} items`} in your cart {count === 1 ? 'joins' : 'join'} what your account's cart already holds.
              Nothing is lost.
            </p>
          </Notice>
        )}
        <SignInForm next={next} />
      </div>
      <p className="mt-8 border-line border-t pt-6 text-center">
        New here?{' '}
        <a href={withNext('/register', next)} className="font-semibold text-accent underline underline-offset-4">
          Open an account
        </a>
      </p>
    </>
  )
}
