import type { Metadata } from 'next'
import { Notice } from '@/app/_ui/notice'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { refOf } from '@/app/(admin)/_parts/ref-of'
import { When } from '@/app/(admin)/_parts/when'
import { isDomainError } from '@/lib/core/errors'
import { requireRun } from '@/lib/operations/list-jobs'
import { type RunDetail, RunRef } from '@/lib/operations/schemas'
import { can, requireCan } from '@/lib/platform/auth/can'
import { cancelRunAction, retryRunAction } from '../../actions'
import { nameOf, RunBadge } from '../run-words'

export const instant = false

export const metadata: Metadata = { title: 'A run of a job' }

/** What one run did, step by step, and what went wrong. */
export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { run, mayWrite } = await asStaff(`/admin/operations/jobs/${encodeURIComponent(id)}`, async (ctx) => {
    requireCan(ctx, 'operations.read')
    const found = await requireRun(ctx, refOf(RunRef, { id })).catch((error: unknown) => {
      if (isDomainError(error) && error.code === 'unavailable') return null
      throw error
    })
    return { run: found, mayWrite: can(ctx.actor, 'operations.write') }
  })
  const crumbs: [string, string][] = [['Jobs', '/admin/operations/jobs']]
  if (!run) {
    return (
      <Page narrow>
        <PageHead title="A run of a job" crumbs={crumbs} />
        <Notice tone="warning">What runs the jobs does not answer, or they are run elsewhere. The overview says which.</Notice>
      </Page>
    )
  }
  const name = nameOf(run.function_id)
  return (
    <Page narrow>
      <PageHead title={name} crumbs={crumbs} beside={<RunBadge status={run.status} />} actions={mayWrite && <Actions run={run} name={name} />}>
        Began <When at={run.created_at} style="long" />
        {run.ended_at && (
          <>
            , ended <When at={run.ended_at} />
          </>
        )}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {run.error?.message && (
          <Panel id="error" title="What went wrong">
            <p className="break-words font-mono text-sm">{run.error.message}</p>
          </Panel>
        )}
        <Steps run={run} />
        <Json id="events" title="What started it" value={run.events} />
        {run.output !== null && run.output !== undefined && <Json id="output" title="What it gave back" value={run.output} />}
      </div>
    </Page>
  )
}

function Actions({ run, name }: { run: RunDetail; name: string }) {
  if (run.status === 'failed') {
    return (
      <ActionButton action={retryRunAction} fields={{ id: run.id }} said={`${name} goes on from the step that failed.`} look="primary">
        Try again
      </ActionButton>
    )
  }
  if (run.status !== 'queued' && run.status !== 'running') return null
  return (
    <ActionButton
      action={cancelRunAction}
      fields={{ id: run.id }}
      said={`The run of ${name} is cancelled.`}
      look="danger"
      ask={{
        title: `Cancel this run of ${name}?`,
        text: 'What it has done stays done; the rest is not done. This cannot be taken back.',
        yes: 'Cancel the run',
      }}
    >
      Cancel the run
    </ActionButton>
  )
}

function Steps({ run }: { run: RunDetail }) {
  return (
    <Panel id="steps" title="Steps" flush>
      {run.steps.length === 0 ? (
        <p className="px-4 pb-4 text-muted text-sm sm:px-5">No step has been done yet.</p>
      ) : (
        <ol>
          {run.steps.map((step) => (
            <li key={step.id} className="border-line border-t px-4 py-2.5 text-sm sm:px-5">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-medium">{step.name}</span>
                <span className="text-muted">
                  {step.error ? 'failed' : step.is_settled ? 'done' : 'under way'}
                  {step.attempts > 1 && `, ${step.attempts} tries`}
                  {step.waits_until && (
                    <>
                      {', until '}
                      <When at={step.waits_until} />
                    </>
                  )}
                </span>
              </p>
              {step.error?.message && <p className="break-words font-mono text-danger">{step.error.message}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function Json({ id, title, value }: { id: string; title: string; value: unknown }) {
  return (
    <Panel id={id} title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0} className="max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-md bg-sunken p-3 font-mono text-sm">
        {JSON.stringify(value, null, 2)}
      </pre>
    </Panel>
  )
}
