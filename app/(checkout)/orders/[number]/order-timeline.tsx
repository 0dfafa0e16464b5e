import { classes } from '@/app/_ui/classes'
import { CheckIcon } from '@/app/_ui/icons'
import { isStillComing } from '@/app/(checkout)/_parts/is-still-coming'
import type { OrderView } from '@/lib/orders/schemas'

type Props = { order: OrderView; locale: string; timeZone: string; arrives: string }

/** What happened, and what happens next. */
export function OrderTimeline({ order, locale, timeZone, arrives }: Props) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <section aria-labelledby="timeline" className="grid gap-4">
      <h2 id="timeline" className="text-lg">
        {next(order, arrives).length > 0 ? 'What happens next' : 'What happened'}
      </h2>
      <ol className="grid">
        {order.history.map(({ status, note, at }, index) => (
          <Step
            key={`${status}-${at}`}
            isDone
            // What happens without another status, as money that goes back, is said by its note.
            title={order.history[index - 1]?.status === status ? note.replace(/\.$/, '') : (doneWords(order)[status] ?? status)}
            detail={format.format(new Date(at))}
          />
        ))}
        {next(order, arrives).map(({ title, detail }) => (
          <Step key={title} title={title} detail={detail} />
        ))}
      </ol>
    </section>
  )
}

function Step({ title, detail, isDone = false }: { title: string; detail: string; isDone?: boolean }) {
  return (
    <li className="relative grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 pb-5 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-6 [&:not(:last-child)]:before:bottom-0 [&:not(:last-child)]:before:left-[calc(0.75rem-1px)] [&:not(:last-child)]:before:w-0.5 [&:not(:last-child)]:before:bg-line">
      <span className={classes('grid size-6 place-items-center rounded-full', isDone ? 'bg-accent text-accent-ink' : 'border-2 border-edge')}>
        {isDone && <CheckIcon className="size-4" label="Done" />}
      </span>
      <span>
        <span className={classes('block font-medium', !isDone && 'text-muted')}>{title}</span>
        {detail && <span className="tabular block text-muted text-sm">{detail}</span>}
      </span>
    </li>
  )
}

const doneWords = ({ totals }: OrderView): Record<string, string> => ({
  pending: 'Order placed',
  paid: totals.total.amount === 0 ? 'Nothing to pay' : 'Payment received',
  shipped: 'Handed to the courier',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  expired: 'Not paid in time',
})

function next(order: OrderView, arrives: string): { title: string; detail: string }[] {
  if (!isStillComing(order)) return []
  const { status } = order
  const packing = { title: 'We pack your order', detail: 'You can cancel until it leaves us.' }
  const shipping = { title: 'Handed to the courier', detail: '' }
  const arrival = { title: 'At your door', detail: arrives }
  if (status === 'pending') return [{ title: 'Payment', detail: 'Your items are held for you meanwhile.' }, packing, shipping, arrival]
  if (status === 'paid') return [packing, shipping, arrival]
  return status === 'shipped' ? [arrival] : []
}
