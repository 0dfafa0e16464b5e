import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { listReturns } from '@/lib/returns/list-returns'
import { ReturnForm } from './return-form'

export const instant = false

export const metadata: Metadata = { title: 'Return items' }

export default async function ReturnPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params
  const order = `/account/orders/${encodeURIComponent(number)}`
  const { lines, closed_because } = await signedIn(`${order}/return`, (ctx) => listReturns(ctx, { number }))
  return (
    <>
      <PageHead title="Return items">
        Choose what goes back and why. You see our answer on the order’s page; once it has arrived here, what you paid for it goes back the way it
        came.
      </PageHead>
      {closed_because ? (
        <p className="text-muted">{closedWords[closed_because]}</p>
      ) : (
        <ReturnForm number={number} lines={lines.filter(({ returnable }) => returnable > 0)} formKey={randomUUID()} />
      )}
      <Link
        href={{ pathname: order }}
        prefetch={false}
        className="mt-6 inline-block min-h-6 text-muted text-sm underline underline-offset-4 hover:text-ink"
      >
        Back to order {number}
      </Link>
    </>
  )
}

const closedWords = {
  not_delivered: 'This order has not arrived yet. You can send items back once it has.',
  too_late: 'The 30 days in which you can send something back are over.',
  nothing_left: 'You have already asked to return everything in this order.',
}
