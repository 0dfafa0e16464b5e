import { Badge } from '@/app/_ui/badge'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { reasonWords, returnWords } from '../../_parts/order-words'
import type { May } from '../page'
import { ReturnActions } from './return-actions'

/** What the customer wants to send back or has, and the next step of each. */
export function ReturnsPanel({ order, may, locale }: { order: StaffOrder; may: May; locale: string }) {
  if (order.returns.length === 0) return null
  return (
    <Panel id="returns" title="Returns">
      <ul className="grid gap-4">
        {order.returns.map((wish) => (
          <li key={wish.id} className="grid gap-2 rounded-md bg-sunken p-3 text-sm">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <Badge tone={['requested', 'received'].includes(wish.status) ? 'warning' : 'neutral'}>{returnWords[wish.status] ?? wish.status}</Badge>
              <span className="text-muted">
                <When at={wish.at} />
              </span>
            </span>
            <ul className="grid gap-1">
              {wish.lines.map((line) => (
                <li key={line.order_item_id}>
                  <span className="font-medium">
                    {line.quantity} × {[line.name, line.variant_title].filter(Boolean).join(', ')}
                  </span>
                  : {reasonWords[line.reason] ?? line.reason}
                  {line.note && <span className="text-muted"> “{line.note}”</span>}
                  {['received', 'refunded'].includes(wish.status) && <span className="text-muted"> · {line.restocked} back on the shelf</span>}
                </li>
              ))}
            </ul>
            {wish.note && <p className="text-muted">“{wish.note}”</p>}
            {wish.answer && <p>We said: “{wish.answer}”</p>}
            <ReturnActions order={order} wish={wish} may={may} locale={locale} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
