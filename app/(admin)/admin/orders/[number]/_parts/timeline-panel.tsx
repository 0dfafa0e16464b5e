import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { statusWords } from '../../_parts/order-words'

/** What happened, the newest first, and who did it. */
export function TimelinePanel({ order }: { order: StaffOrder }) {
  const steps = order.history.map((step, index) => ({ ...step, isNew: order.history[index - 1]?.status !== step.status })).reverse()
  return (
    <Panel id="timeline" title="Timeline">
      <ol className="grid text-sm">
        {steps.map((step) => (
          <li
            key={`${step.at} ${step.status} ${step.note}`}
            className="relative grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-4 [&:not(:last-child)]:before:bottom-0 [&:not(:last-child)]:before:left-[calc(0.375rem-1px)] [&:not(:last-child)]:before:w-0.5 [&:not(:last-child)]:before:bg-line"
          >
            <span aria-hidden className={`mt-1.5 size-3 rounded-full ${step.isNew ? 'bg-accent' : 'border-2 border-edge'}`} />
            <span>
              <span className="block font-medium">{step.isNew ? wordsOf(step.status, step.note) : step.note}</span>
              <span className="block text-muted">
                <When at={step.at} />
                {step.by && ` · ${step.by}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** The note says it where there is one. */
const wordsOf = (status: string, note: string) =>
  note || (status === 'pending' ? 'Order placed' : (statusWords[status as StaffOrder['status']] ?? status))
