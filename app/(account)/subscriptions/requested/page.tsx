import type { Metadata } from 'next'
import { promise } from '@/app/_client/subscription-words'
import { Notice } from '@/app/_ui/notice'
import { LetterPage } from '@/app/(account)/_parts/letter-page'
import { errorTitle } from '@/lib/core/errors'
import { SubscribeAnswer } from '@/lib/subscriptions/schemas'

export const instant = false

export const metadata: Metadata = { title: 'Tell me when' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where the form of a product's page ends without JavaScript. Words come from here, never from the address. */
export default async function RequestedPage({ searchParams }: Props) {
  const query = await searchParams
  const answer = SubscribeAnswer.pick({ status: true, kind: true }).safeParse(query)
  return (
    <LetterPage title={answer.success ? 'Good' : 'That did not work'}>
      {answer.success ? (
        <Notice tone="success" role="status">
          {promise(answer.data)}
        </Notice>
      ) : (
        <Notice tone="warning" role="alert">
          {refusal(String(query.refused))}
        </Notice>
      )}
      <p className="text-muted">Your browser's Back button leads to the product.</p>
    </LetterPage>
  )
}

function refusal(code: string): string {
  if (code === 'conflict') return 'Good news: it is in stock. You can buy it now.'
  if (code === 'not_found') return 'This item is no longer sold.'
  if (code === 'invalid_input') return 'Please go back and give an e-mail address such as ada@example.com.'
  return Object.hasOwn(errorTitle, code) ? `${errorTitle[code as keyof typeof errorTitle]}.` : 'Please go back and try again.'
}
