import type { Metadata } from 'next'
import { ActivityIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterSelect } from '@/app/(admin)/_parts/filters'
import { List } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { When } from '@/app/(admin)/_parts/when'
import { listEvents } from '@/lib/operations/list-events'
import { ListEvents, type OutboxEvent } from '@/lib/operations/schemas'
import { can } from '@/lib/platform/auth/can'
import { Tabs } from '../tabs'
import { RetrySelected } from './retry-selected'

export const instant = false

export const metadata: Metadata = { title: 'Events' }

const path = '/admin/operations/events'

/** What happened in the shop and has not reached the jobs: what is on its way, and what was given up. */
export default async function EventsPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, page, mayWrite } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListEvents, searchParams)
    return { query: asked, page: await listEvents(ctx, asked), mayWrite: can(ctx.actor, 'operations.write') }
  })
  const { state } = query
  const table = (
    <DataTable
      label="Events"
      columns={columns}
      rows={page.data}
      idOf={({ id }) => id}
      nameOf={mayWrite ? ({ type, about }) => `${type} of ${about}` : undefined}
    />
  )
  return (
    <Page>
      <PageHead title="Events">What happened in the shop goes from here to the jobs, usually within a second and in order.</PageHead>
      <Tabs current={path} />
      <List
        path={path}
        query={query}
        page={{ ...page, total: page[state] }}
        columns={columns}
        noun={['event', 'events']}
        whole="On their way"
        isFiltered={state !== 'waiting'}
        filters={
          <FilterSelect
            name="state"
            label="State"
            any={`On their way (${page.waiting})`}
            value={state === 'waiting' ? undefined : state}
            choices={[['parked', `Given up (${page.parked})`]]}
          />
        }
        nothing={{
          icon: <ActivityIcon />,
          none: ['Nothing waits', 'Everything that happened has reached the jobs.'],
          filtered: ['Nothing was given up', 'What is refused five times stands here, until somebody sends it again.'],
        }}
      >
        {mayWrite ? <RetrySelected>{table}</RetrySelected> : table}
      </List>
    </Page>
  )
}

const columns: Column<OutboxEvent>[] = [
  { name: 'What', cell: ({ type }) => <span className="font-mono text-[0.8125rem]">{type}</span> },
  { name: 'Of', from: 'lg', cell: ({ about }) => <span className="font-mono text-[0.8125rem] text-muted">{about}</span> },
  {
    name: 'Happened',
    cell: ({ created_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={created_at} />
      </span>
    ),
  },
  { name: 'Tries', align: 'end', cell: ({ attempts }) => attempts },
  { name: 'What was said', from: 'sm', cell: ({ last_error }) => <span className="block max-w-96 truncate text-muted">{last_error ?? ''}</span> },
]
