import Link from 'next/link'
import { button } from '@/app/_ui/button'
import type { ReturnsOfOrder } from '@/lib/returns/schemas'
import { reasonWords, returnStateWords } from './return-words'
import { WithdrawReturn } from './withdraw-return'

type Props = { number: string; returns: ReturnsOfOrder; locale: string; timeZone: string }

/** What can be sent back until when, and what was asked for so far. */
export function OrderReturns({ number, returns: { open_until, closed_because, returns }, locale, timeZone }: Props) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  return (
    <section aria-labelledby="returns" className="no-print grid justify-items-start gap-4">
      <h2 id="returns" className="text-lg">
        Returns
      </h2>
      {open_until && (
        <>
          <p className="text-muted">Something is not right? You can send it back until {day.format(new Date(open_until))}.</p>
          <Link href={`/account/orders/${number}/return`} prefetch={false} className={button({ look: 'quiet', size: 'sm' })}>
            Return items
          </Link>
        </>
      )}
      {closed_because === 'too_late' && <p className="text-muted">The 30 days in which you can send something back are over.</p>}
      {returns.length > 0 && (
        <ul className="grid w-full gap-4">
          {returns.map((request) => (
            <li key={request.id} className="grid gap-3 rounded-lg bg-surface p-5 shadow-sm">
              <p className="flex flex-wrap justify-between gap-2">
                <span className="font-semibold">{returnStateWords[request.status]}</span>
                <span className="text-muted text-sm">{day.format(new Date(request.requested_at))}</span>
              </p>
              <ul className="grid gap-1 text-sm">
                {request.lines.map((line) => (
                  <li key={line.order_item_id}>
                    {line.quantity} × {line.name}
                    {line.variant_title && <span className="text-muted"> ({line.variant_title})</span>}
                    <span className="text-muted">
                      : {reasonWords[line.reason]}
                      {line.note && `, “${line.note}”`}
                    </span>
                  </li>
                ))}
              </ul>
              {request.note && <p className="text-muted text-sm">“{request.note}”</p>}
              {request.status === 'requested' && <WithdrawReturn number={number} id={request.id} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
