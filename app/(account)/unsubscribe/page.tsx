import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { LetterPage } from '@/app/(account)/_parts/letter-page'
import { type MailToStop, readStopToken } from '@/lib/platform/email/stop-links'
import { findSubscriptionToEnd } from '@/lib/subscriptions/find-linked-subscription'

export const instant = false

export const metadata: Metadata = { title: 'Unsubscribe' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The link at the end of a mail. Opening it changes nothing; its buttons go to the same address that mail programs use. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { t: token, done } = await searchParams
  if (typeof token === 'string') {
    const subscription = await findSubscriptionToEnd(token)
    const mail = readStopToken(token)
    if (subscription || mail) {
      return (
        <LetterPage title="Shall we stop?" subscription={subscription ?? undefined}>
          <p>{subscription ? `You asked us to write to you when it ${wishes[subscription.kind]}.` : mail && aboutMail(mail)}</p>
          <form method="post" action={`/api/unsubscribe?t=${encodeURIComponent(token)}`} className="grid gap-3">
            <button type="submit" className={button({ size: 'lg', wide: true })}>
              {subscription ? 'Yes, write no more about it' : 'Yes, stop these mails'}
            </button>
            <button
              type="submit"
              formAction={`/api/unsubscribe?t=${encodeURIComponent(token)}&all=1`}
              className={button({ look: 'quiet', wide: true })}
            >
              Stop everything but mails about my orders
            </button>
          </form>
        </LetterPage>
      )
    }
  }
  const isDone = done !== undefined
  return (
    <LetterPage title={isDone ? 'You hear nothing more about it' : 'There is nothing to end'}>
      {!isDone ? (
        <p>This one had ended already, or the link was not copied whole.</p>
      ) : (
        <Notice tone="success" role="status">
          Done. Mails about your orders and your account still reach you.
        </Notice>
      )}
      <Link href={'/' as Route} prefetch={false} className={button({ look: 'quiet' })}>
        To the shop
      </Link>
    </LetterPage>
  )
}

const wishes = { back_in_stock: 'is back in stock', price_drop: 'costs less' } as const

/** The address is not shown: whoever was forwarded the mail has no business with it. */
function aboutMail({ kind }: MailToStop): string {
  if (kind === 'abandoned_cart') return 'We remind you of things that you left in your cart.'
  return kind === 'review_request' ? 'Some days after a delivery we ask how you like what you bought.' : 'We write to you about things in the shop.'
}
