import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import { formatMoney } from '@/lib/core/format-money'
import type { StaffOrder } from '@/lib/orders/staff-schemas'

const providerNames: Record<string, string> = { test: 'Test provider', stripe: 'Stripe' }
const statusNames: Record<string, string> = {
  open: 'begun',
  requires_action: 'waits for the shopper',
  processing: 'being processed',
  authorized: 'authorised',
  captured: 'captured',
  failed: 'failed',
}
const refundStatusNames: Record<string, string> = { requested: 'not sent yet', sent: 'sent', failed: 'refused by the provider: pay it back by hand' }

/** The money: what came in by which try, what went back, by whom and why. */
export function PaymentsPanel({ order, locale }: { order: StaffOrder; locale: string }) {
  if (order.payments.length === 0) return null
  return (
    <Panel id="payments" title="Payments">
      <ul className="grid gap-3 text-sm">
        {order.payments.map((payment) => (
          <li key={payment.id} className="grid gap-0.5">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">
                {providerNames[payment.provider] ?? payment.provider}, {statusNames[payment.status] ?? payment.status}
              </span>
              <span className="tabular font-medium">{formatMoney(payment.captured, locale)}</span>
            </span>
            <span className="flex flex-wrap justify-between gap-x-4 text-muted">
              <span className="break-all">
                <When at={payment.at} />
                {payment.reference && ` · ${payment.reference}`}
              </span>
              {payment.disputed.amount > 0 && <span className="font-semibold text-danger">{formatMoney(payment.disputed, locale)} disputed</span>}
            </span>
            {payment.attempts
              .filter(({ outcome }) => outcome === 'declined')
              .map((attempt) => (
                <span key={attempt.at} className="text-muted">
                  <When at={attempt.at} />: declined{attempt.decline_code && ` (${attempt.decline_code.replaceAll('_', ' ')})`}
                </span>
              ))}
          </li>
        ))}
        {order.refunds.map((refund) => (
          <li key={refund.id} className="grid gap-0.5 border-line border-t pt-3">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">
                Given back, <span className={refund.status === 'failed' ? 'text-danger' : undefined}>{refundStatusNames[refund.status]}</span>
              </span>
              <span className="tabular font-medium">−{formatMoney(refund.amount, locale)}</span>
            </span>
            <span className="text-muted">
              <When at={refund.at} />
              {refund.by && ` · ${refund.by}`} · {refund.reason}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
