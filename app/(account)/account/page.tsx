import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { ArrowRightIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { findMe } from '@/lib/customers/find-me'

export const instant = false

export const metadata: Metadata = { title: 'Your account' }

const ways: [string, string, string][] = [
  ['/account/orders', 'Orders', 'Where they are, what they were, and once more please.'],
  ['/account/addresses', 'Addresses', 'Ready at checkout.'],
  ['/account/wishlist', 'Wishlist', 'What you have your eye on.'],
  ['/account/security', 'Security', 'Password, e-mail and devices.'],
]

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AccountPage({ searchParams }: Props) {
  const [me, query] = await Promise.all([signedIn('/account', findMe), searchParams])
  return (
    <>
      <PageHead title={`Hello, ${me.name.split(' ')[0]}`} />
      {query.welcome !== undefined && (
        <Notice tone="success" role="status" className="mb-6">
          Your address is confirmed, and you are signed in. Welcome!
        </Notice>
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        {ways.map(([path, title, text]) => (
          <li key={path}>
            <Link
              href={path as Route}
              prefetch={false}
              className="group flex h-full items-start justify-between gap-4 rounded-lg bg-surface p-6 shadow-sm transition-shadow hover:shadow-lg"
            >
              <span>
                <span className="block font-semibold text-base group-hover:text-accent">{title}</span>
                <span className="mt-1 block text-muted">{text}</span>
              </span>
              <ArrowRightIcon className="mt-0.5 shrink-0 text-muted group-hover:text-accent" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
