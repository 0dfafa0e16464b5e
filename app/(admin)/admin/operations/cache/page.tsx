import type { Metadata } from 'next'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { DataTable } from '@/app/(admin)/_parts/data-table'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import { listFallenTags } from '@/lib/operations/list-fallen-tags'
import { can } from '@/lib/platform/auth/can'
import { findCacheStatistics } from '@/lib/platform/monitoring/find-cache-statistics'
import { emptyCachesAction } from '../actions'
import { Figures } from '../figures'
import { Tabs } from '../tabs'
import { PurgeForm } from './purge-form'

export const instant = false

export const metadata: Metadata = { title: 'Caches' }

const path = '/admin/operations/cache'
const count = (number: number) => number.toLocaleString('en-US')

/** How much is answered without asking the database, what fell last and why, and taking things down by hand. */
export default async function CachePage() {
  const { cache, fallen, mayWrite } = await asStaff(path, async (ctx) => {
    const [statistics, last] = await Promise.all([findCacheStatistics(ctx), listFallenTags(ctx)])
    return { cache: statistics, fallen: last, mayWrite: can(ctx.actor, 'operations.write') }
  })
  const { answers, process, redis, reads } = cache
  return (
    <Page>
      <PageHead
        title="Caches"
        actions={
          mayWrite && (
            <ActionButton
              action={emptyCachesAction}
              fields={{}}
              said="Everything that was cached is gone."
              ask={{
                title: 'Empty every cache?',
                text: 'Every page and answer is made anew from the database. Nothing is lost, but the shop is slower for a few minutes.',
                yes: 'Empty the caches',
              }}
            >
              Empty everything
            </ActionButton>
          )
        }
      >
        What changes falls from the caches by itself, in the same moment. Nobody has to do it by hand, except after a change past the shop.
      </PageHead>
      <Tabs current={path} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="grid gap-4 lg:grid-cols-3">
          <Figures
            id="answers"
            title="Finished answers"
            figures={[
              ['Answered from memory', `${answers.hit_rate_percent} %`],
              ['Found', count(answers.hits + answers.stale)],
              ['Made', count(answers.misses)],
              ['Waited for another’s', count(answers.joined)],
              ['Kept', `${count(answers.entries)}, ${megabytes(answers.bytes)}`],
            ]}
          />
          <Figures id="process" title="This instance" figures={[['Kept', `${count(process.entries)}, ${megabytes(process.bytes)}`]]} />
          <Figures
            id="redis"
            title="Redis"
            figures={[
              ['Stands', redis.is_answering ? 'answering' : 'not asked'],
              ['Answered', count(redis.answered)],
              ['On average', `${redis.avg_response_time_ms} ms`],
              ['Failed', count(redis.failed + redis.refused)],
              ['Gone on without it', count(redis.skipped)],
            ]}
          />
        </div>
        <Panel id="reads" title="Reads that are kept" flush>
          {Object.keys(reads).length === 0 ? (
            <p className="px-4 pb-4 text-muted text-sm sm:px-5">Nothing has been read since this instance started.</p>
          ) : (
            <DataTable
              label="Reads that are kept"
              rows={Object.entries(reads).map(([name, read]) => ({ name, ...read }))}
              idOf={({ name }) => name}
              columns={[
                { name: 'Read', cell: ({ name }) => <span className="font-mono text-[0.8125rem]">{name}</span> },
                { name: 'Without the database', align: 'end', cell: ({ hit_rate_percent: rate }) => `${rate} %` },
                { name: 'From here', align: 'end', from: 'sm', cell: ({ process: here, stale }) => count(here + stale) },
                { name: 'From Redis', align: 'end', from: 'sm', cell: ({ redis: there }) => count(there) },
                { name: 'Made', align: 'end', cell: ({ made }) => count(made) },
              ]}
            />
          )}
        </Panel>
        {mayWrite && <PurgeForm />}
        <Panel id="fallen" title="What fell last" flush>
          {fallen.length === 0 ? (
            <p className="px-4 pb-4 text-muted text-sm sm:px-5">Nothing has fallen lately.</p>
          ) : (
            <ul>
              {fallen.map(({ id, tags, at }) => (
                <li key={id} className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2.5 text-sm sm:px-5">
                  <span className="whitespace-nowrap text-muted">
                    <When at={at} />
                  </span>
                  <span className="min-w-0 break-all font-mono text-[0.8125rem]">{tags.join(', ')}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </Page>
  )
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
