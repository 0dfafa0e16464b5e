import type { Metadata } from 'next'
import { PageHead, Panel } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { getSettings } from '@/lib/catalog/cached'
import { EXPORT_KIND } from '@/lib/privacy/exports'
import { findNewestTask } from '@/lib/tasks/require-task'
import type { TaskView } from '@/lib/tasks/schemas'
import { EraseForm } from './erase-form'
import { ExportPanel } from './export-panel'

export const instant = false

export const metadata: Metadata = { title: 'Privacy' }

export default async function PrivacyPage() {
  const task = await signedIn('/account/privacy', (ctx) => findNewestTask(ctx, EXPORT_KIND))
  return (
    <>
      <PageHead title="Privacy">What we know about you is yours: take it with you, or have it erased.</PageHead>
      <div className="grid gap-8">
        <Panel id="export" title="Take your data with you">
          <p className="measure mb-5 text-muted">
            One ZIP file with everything we keep about you: profile, addresses, orders, reviews, wishes, messages and devices. Each is there twice, as
            CSV for a spreadsheet and as JSON for programs.
          </p>
          <ExportPanel task={task} until={await untilWhen(task)} />
        </Panel>
        <Panel id="erase" title="Erase your account">
          <p className="measure text-muted">
            Your profile, addresses, wishes, messages and devices are gone at once and for good. Your orders stay in our books, as the law asks, but
            without your name, address and e-mail. Reviews stay as those of “A former customer”. Orders that are not sent yet have to be finished or
            cancelled first.
          </p>
          <EraseForm />
        </Panel>
      </div>
    </>
  )
}

/** Null for what is not there, or no longer. */
async function untilWhen(task: TaskView | null): Promise<string | null> {
  const at = task?.status === 'done' ? new Date(String(task.result?.expires_at)) : null
  if (!at || at.getTime() < Date.now()) return null
  const { locale, timeZone } = await getSettings()
  return new Intl.DateTimeFormat(locale, { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone }).format(at)
}
