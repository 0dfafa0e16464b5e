import type { Metadata } from 'next'
import { Badge } from '@/app/_ui/badge'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { findHealth } from '@/lib/operations/find-health'
import type { ServiceHealth } from '@/lib/operations/schemas'
import { findDatabaseStatistics } from '@/lib/platform/monitoring/find-database-statistics'
import { findSystemStatistics } from '@/lib/platform/monitoring/find-system-statistics'
import { Figures } from './figures'
import { KeepFresh } from './keep-fresh'
import { ServiceTable } from './service-table'
import { Tabs } from './tabs'

export const instant = false

export const metadata: Metadata = { title: 'Operations' }

const path = '/admin/operations'

/** How the shop is doing just now: what it rests on, the machine, and how quickly it answers (R148, R152). */
export default async function OperationsPage() {
  const { health, system, database } = await asStaff(path, async (ctx) => {
    const [found, machine, statements] = await Promise.all([findHealth(ctx), findSystemStatistics(ctx), findDatabaseStatistics(ctx)])
    return { health: found, system: machine, database: statements }
  })
  const { memory, cpu, disk } = system.system_metrics
  return (
    <Page>
      <PageHead title="Operations">How the shop is doing now. The page reads itself anew every ten seconds.</PageHead>
      <Tabs current={path} />
      <KeepFresh seconds={10} />
      <div className="grid gap-4">
        <Panel id="health" title="What the shop rests on" flush>
          <ul>
            {health.map((service) => (
              <Service key={service.name} {...service} />
            ))}
          </ul>
        </Panel>
        <div className="grid gap-4 lg:grid-cols-2">
          <Figures
            id="machine"
            title="This machine"
            figures={[
              ['Memory in use', `${memory.used_percent} %, ${memory.available_gb} GB free`],
              ['Processor', `${cpu.percent} % of ${cpu.count} ${cpu.count === 1 ? 'core' : 'cores'}, since it was asked last`],
              ['Disk in use', `${disk.used_percent} %, ${disk.free_gb} GB free`],
            ]}
          />
          <Figures
            id="database"
            title="The database"
            figures={[
              ['Size', `${database.database.size_mb} MB`],
              ['Connections', `${database.database.connections}, this instance opens at most ${database.instance.max_connections}`],
              ['Read from its memory', `${database.database.cache_hit_percent} %`],
              ['Transactions tried again here', database.instance.retries.toLocaleString('en-US')],
              ['Deadlocks', database.database.deadlocks.toLocaleString('en-US')],
            ]}
          />
        </div>
        <ServiceTable services={system.service_metrics} />
      </div>
    </Page>
  )
}

const words = { ok: 'Fine', off: 'Not set up', down: 'Trouble' } as const
const tones = { ok: 'accent', off: 'quiet', down: 'drop' } as const

function Service({ name, state, detail }: ServiceHealth) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-3 text-sm sm:px-5">
      <span className="w-24 font-semibold">{name}</span>
      <Badge tone={tones[state]}>{words[state]}</Badge>
      <span className="min-w-0 text-muted">{detail}</span>
    </li>
  )
}
