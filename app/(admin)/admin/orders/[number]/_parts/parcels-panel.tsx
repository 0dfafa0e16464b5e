import { ExternalLinkIcon, PrinterIcon, TruckIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import type { StaffOrder } from '@/lib/orders/staff-schemas'

/** Each parcel with what is in it, and the slip that lies on top. */
export function ParcelsPanel({ order }: { order: StaffOrder }) {
  const names = new Map<string, string>(order.lines.map(({ id, name, variant_title }) => [id, [name, variant_title].filter(Boolean).join(', ')]))
  const slip = `/api/v1/admin/orders/${order.number}/packing-slip`
  const isOpen = order.status === 'paid'
  if (order.fulfilments.length === 0 && !isOpen) return null
  return (
    <Panel
      id="parcels"
      title="Parcels"
      action={
        isOpen && (
          <a
            href={slip}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 font-semibold text-accent text-sm underline-offset-4 hover:underline"
          >
            <PrinterIcon width="16" height="16" />
            Packing slip
          </a>
        )
      }
    >
      {order.fulfilments.length === 0 ? (
        <p className="text-muted">Nothing has left yet.</p>
      ) : (
        <ol className="grid gap-3">
          {order.fulfilments.map((parcel, index) => (
            <li key={parcel.id} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-3 rounded-md bg-sunken p-3 text-sm">
              <span className="grid size-10 place-items-center rounded-full bg-surface text-accent">
                <TruckIcon />
              </span>
              <span className="min-w-0">
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className="font-semibold">Parcel {index + 1}</span>
                  <span className="text-muted">
                    {parcel.delivered_at ? 'Delivered ' : 'Sent '}
                    <When at={parcel.delivered_at ?? parcel.sent_at} />
                  </span>
                </span>
                <span className="block">
                  {parcel.lines.map(({ order_item_id, quantity }) => `${quantity} × ${names.get(order_item_id)}`).join(', ')}
                </span>
                <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
                  <Tracking parcel={parcel} />
                  <a
                    href={`${slip}?parcel=${parcel.id}`}
                    target="_blank"
                    rel="noreferrer"
                    className="inline-flex min-h-6 items-center gap-1 text-accent underline-offset-4 hover:underline"
                  >
                    <PrinterIcon width="14" height="14" />
                    Packing slip
                  </a>
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function Tracking({ parcel: { carrier, tracking_number: number, tracking_url: url } }: { parcel: StaffOrder['fulfilments'][number] }) {
  const words = [carrier, number].filter(Boolean).join(' ')
  if (!url) return <span className="text-muted">{words || 'No tracking'}</span>
  return (
    <a href={url} target="_blank" rel="noreferrer" className="inline-flex min-h-6 items-center gap-1 text-accent underline-offset-4 hover:underline">
      {words || 'Tracking'}
      <ExternalLinkIcon width="14" height="14" />
    </a>
  )
}
