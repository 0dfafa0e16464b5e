import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { ActivityIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { Empty } from '@/app/(admin)/_parts/empty'
import { FilterSelect, Filters } from '@/app/(admin)/_parts/filters'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf, withQuery } from '@/app/(admin)/_parts/query'
import { placeOf } from '@/app/(admin)/_parts/views/list-view'
import { ListViews } from '@/app/(admin)/_parts/views/list-views'
import { When } from '@/app/(admin)/_parts/when'
import type { Ctx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { findHealth } from '@/lib/operations/find-health'
import { listJobs, listRuns } from '@/lib/operations/list-jobs'
import { type JobFunction, ListRuns, type Run } from '@/lib/operations/schemas'
import { requireCan } from '@/lib/platform/auth/can'
import { KeepFresh } from '../keep-fresh'
import { Tabs } from '../tabs'
import { JobList } from './job-list'
import { nameOf, RunBadge, runWords } from './run-words'

export const instant = false

export const metadata: Metadata = { title: 'Jobs' }

const path = '/admin/operations/jobs'

/** What happens later: each job with its runs, and what failed for good. */
export default async function JobsPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, place, found, why } = await asStaff(path, async (ctx) => {
    requireCan(ctx, 'operations.read')
    const asked = await queryOf(ListRuns, searchParams)
    const jobs = await jobsAndRuns(ctx, asked)
    return { query: asked, place: await placeOf(asked), found: jobs, why: jobs ? '' : await whyNot(ctx) }
  })
  return (
    <Page>
      <PageHead title="Jobs">What happens later: mails, alerts, refunds, upkeep. A failed run goes on from the step that failed.</PageHead>
      <Tabs current={path} />
      {!found ? (
        <Notice tone="warning">{why}</Notice>
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <KeepFresh seconds={10} />
          <section aria-label="Runs" className="min-w-0 rounded-lg bg-surface shadow-sm">
            <ListViews path={path} query={query} columns={columns} />
            <Filters path={path} isFiltered={Boolean(query.status || query.function)}>
              <FilterSelect name="status" label="Status" any="Any status" value={query.status} choices={Object.entries(runWords)} />
              <FilterSelect
                name="function"
                label="Job"
                any="Any job"
                value={query.function}
                choices={found.jobs.map(({ id }) => [id, nameOf(id)] as const)}
              />
            </Filters>
            <div className="border-line border-t">
              {found.runs.data.length === 0 ? (
                <Empty icon={<ActivityIcon />} title={query.status === 'failed' ? 'Nothing has failed' : 'No run matches'}>
                  What ended a week ago is forgotten.
                </Empty>
              ) : (
                <DataTable label="Runs" columns={columns} rows={found.runs.data} idOf={({ id }) => id} hrefOf={({ id }) => `${path}/${id}`} />
              )}
            </div>
            {found.runs.next && (
              <p className="flex justify-end border-line border-t px-3 py-3 sm:px-4">
                <a href={withQuery(path, place, { before: found.runs.next })} rel="next" className={button({ look: 'quiet', size: 'sm' })}>
                  Older
                </a>
              </p>
            )}
          </section>
          <JobList jobs={found.jobs} path={path} />
        </div>
      )}
    </Page>
  )
}

type Found = { jobs: JobFunction[]; runs: { data: Run[]; next: string | null } }

/** Null when somebody else runs them, or nobody answers. */
async function jobsAndRuns(ctx: Ctx, asked: ListRuns): Promise<Found | null> {
  try {
    const [jobs, runs] = await Promise.all([listJobs(ctx), listRuns(ctx, asked)])
    return { jobs, runs }
  } catch (error) {
    if (isDomainError(error) && error.code === 'unavailable') return null
    throw error
  }
}

const whyNot = async (ctx: Ctx) => (await findHealth(ctx)).find(({ name }) => name === 'Jobs')?.detail ?? ''

const columns: Column<Run>[] = [
  { name: 'Job', cell: ({ function_id }) => nameOf(function_id) },
  { name: 'Status', cell: ({ status }) => <RunBadge status={status} /> },
  {
    name: 'Began',
    cell: ({ created_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={created_at} />
      </span>
    ),
  },
  {
    name: 'What went wrong',
    from: 'lg',
    cell: ({ error }) => <span className="block max-w-96 truncate text-muted xl:max-w-36 2xl:max-w-96">{error?.message ?? ''}</span>,
  },
]
