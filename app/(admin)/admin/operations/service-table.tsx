import { DataTable } from '@/app/(admin)/_parts/data-table'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { SystemStatistics } from '@/lib/platform/monitoring/schemas'

type Services = SystemStatistics['service_metrics']

const SHOWN = 25

/** What the API was asked since this instance started, the busiest first. */
export function ServiceTable({ services }: { services: Services }) {
  const rows = Object.entries(services)
    .map(([name, figures]) => ({ name, ...figures }))
    .sort((one, other) => other.requests_per_minute - one.requests_per_minute || one.name.localeCompare(other.name))
    .slice(0, SHOWN)
  return (
    <Panel id="services" title="What the API was asked, since this instance started" flush>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-muted text-sm sm:px-5">Nothing yet.</p>
      ) : (
        <DataTable
          label="Operations of the API"
          rows={rows}
          idOf={({ name }) => name}
          columns={[
            { name: 'Operation', cell: ({ name }) => <span className="break-all font-mono text-[0.8125rem]">{name}</span> },
            { name: 'A minute', align: 'end', cell: ({ requests_per_minute: rate }) => rate.toLocaleString('en-US') },
            { name: 'On average', align: 'end', cell: ({ avg_response_time_ms: time }) => <Slow isBad={time > 3_000}>{`${time} ms`}</Slow> },
            { name: 'Failed', align: 'end', cell: ({ error_rate_percent: rate }) => <Slow isBad={rate > 0}>{`${rate} %`}</Slow> },
          ]}
        />
      )}
    </Panel>
  )
}

/** A request of more than three seconds is slow (R149). */
function Slow({ isBad, children }: { isBad: boolean; children: string }) {
  return <span className={isBad ? 'font-semibold text-danger' : undefined}>{children}</span>
}
