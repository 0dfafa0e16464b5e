import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { LetterPage } from '@/app/(account)/_parts/letter-page'
import { findSubscriptionToEnd } from '@/lib/subscriptions/find-linked-subscription'

export const instant = false

export const metadata: Metadata = { title: 'Unsubscribe' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The link at the end of a mail. Opening it changes nothing; its one button goes to the same address that mail programs use. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { t: token, done } = await searchParams
  const subscription = typeof token === 'string' ? await findSubscriptionToEnd(token) : null
  if (subscription && typeof token === 'string') {
    return (
      <LetterPage title="Shall we stop?" subscription={subscription}>
        <p>You asked us to write to you when it {subscription.kind === 'back_in_stock' ? 'is back in stock' : 'costs less'}.</p>
        <form method="post" action={`/api/unsubscribe?t=${encodeURIComponent(token)}`}>
          <button type="submit" className={button({ size: 'lg', wide: true })}>
            Yes, write no more about it
          </button>
        </form>
      </LetterPage>
    )
  }
  const isDone = done !== undefined
  return (
    <LetterPage title={isDone ? 'You hear nothing more about it' : 'There is nothing to end'}>
      {!isDone ? (
        <p>This one had ended already, or the link was not copied whole.</p>
      ) : (
        <Notice tone="success" role="status">
          Done. We have forgotten your address for it too.
        </Notice>
      )}
      <Link href={'/' as Route} prefetch={false} className={button({ look: 'quiet' })}>
        To the shop
      </Link>
    </LetterPage>
  )
}
