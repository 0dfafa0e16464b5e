import { button } from '@/app/_ui/button'
import { ExternalLinkIcon, TruckIcon } from '@/app/_ui/icons'
import type { OrderView, Parcel } from '@/lib/orders/schemas'

type Props = { order: OrderView; locale: string; timeZone: string }

/** What left us together: what is in it, how the carrier knows it, and the way to the carrier's page. Nothing before something left. */
export function OrderParcels({ order: { lines, parcels }, locale, timeZone }: Props) {
  if (parcels.length === 0) return null
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const names = new Map<string, string>(lines.map(({ id, name, variant_title }) => [id, [name, variant_title].filter(Boolean).join(', ')]))
  return (
    <section aria-labelledby="parcels" className="grid gap-4">
      <h2 id="parcels" className="text-lg">
        {parcels.length === 1 ? 'Your parcel' : 'Your parcels'}
      </h2>
      <ol className="grid gap-3">
        {parcels.map((parcel, index) => (
          <li key={parcel.id} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-3 rounded-lg bg-surface p-4 shadow-sm">
            <span className="grid size-10 place-items-center rounded-full bg-accent-soft text-accent">
              <TruckIcon />
            </span>
            <div className="grid min-w-0 justify-items-start gap-1">
              <p className="font-medium">
                {parcels.length > 1 && `Parcel ${index + 1} of ${parcels.length}. `}
                {parcel.delivered_at ? `Delivered ${day.format(new Date(parcel.delivered_at))}` : `Sent ${day.format(new Date(parcel.sent_at))}`}
              </p>
              <p className="text-muted text-sm">
                {parcel.lines.map(({ order_item_id, quantity }) => `${quantity} × ${names.get(order_item_id)}`).join(', ')}
              </p>
              <Tracking parcel={parcel} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The address of this page opens the order, so the carrier is not told it. */
function Tracking({ parcel: { carrier, tracking_number: number, tracking_url: url } }: { parcel: Parcel }) {
  return (
    <>
      {(carrier || number) && (
        <p className="text-sm [overflow-wrap:anywhere]">
          {carrier} <span className="tabular">{number}</span>
        </p>
      )}
      {url && (
        <a href={url} target="_blank" rel="noreferrer" className={button({ look: 'quiet', size: 'sm', className: 'no-print mt-2' })}>
          {carrier ? `Follow it with ${carrier}` : 'Follow it'}
          <ExternalLinkIcon width="16" height="16" label="Opens in a new tab" />
        </a>
      )}
    </>
  )
}
