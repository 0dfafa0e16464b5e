import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { LetterPage } from '@/app/(account)/_parts/letter-page'
import { findSubscriptionToConfirm } from '@/lib/subscriptions/find-linked-subscription'
import { ConfirmForm } from './confirm-form'

export const instant = false

export const metadata: Metadata = { title: 'Shall we write to you?' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening the link confirms nothing: programs that look through mail open every link. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { t: token } = await searchParams
  const subscription = typeof token === 'string' ? await findSubscriptionToConfirm(token) : null
  if (!subscription || typeof token !== 'string') {
    return (
      <LetterPage title="This link has ended">
        <p>It was good for a week, or somebody ended it. The page of the product takes your wish again, in one field.</p>
        <Link href={'/' as Route} prefetch={false} className={button({ look: 'quiet' })}>
          To the shop
        </Link>
      </LetterPage>
    )
  }
  return (
    <LetterPage title={subscription.is_confirmed ? 'We have you on our list' : 'Shall we write to you?'} subscription={subscription}>
      <ConfirmForm token={token} kind={subscription.kind} isConfirmed={subscription.is_confirmed} />
    </LetterPage>
  )
}
