import { Panel } from '@/app/(admin)/_parts/page-head'
import { withQuery } from '@/app/(admin)/_parts/query'
import { When } from '@/app/(admin)/_parts/when'
import type { JobFunction } from '@/lib/operations/schemas'
import { nameOf } from './run-words'

/** Every job, what starts it, and what is the matter with it. */
export function JobList({ jobs, path }: { jobs: JobFunction[]; path: string }) {
  return (
    <Panel id="jobs" title={`${jobs.length} jobs`} flush>
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className="border-line border-t px-4 py-2.5 text-sm sm:px-5">
            <p className="flex items-baseline justify-between gap-3">
              <a href={withQuery(path, { function: job.id }, {})} className="font-medium underline-offset-4 hover:underline">
                {nameOf(job.id)}
              </a>
              {job.failed > 0 && (
                <a
                  href={withQuery(path, { function: job.id, status: 'failed' }, {})}
                  className="tabular whitespace-nowrap font-semibold text-danger underline-offset-4 hover:underline"
                >
                  {job.failed} failed
                </a>
              )}
            </p>
            <p className="text-muted">
              {job.is_registered ? job.triggers.map(({ event, cron }) => event ?? cron ?? '').join(', ') : 'gone with an older version'}
              {job.next_tick_at && (
                <>
                  {' · next '}
                  <When at={job.next_tick_at} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
