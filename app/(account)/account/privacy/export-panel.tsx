'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { useShop } from '@/app/_client/shop-context'
import { SubmitButton } from '@/app/_client/submit-button'
import { TaskProgress } from '@/app/_client/task-progress'
import { useFormAction } from '@/app/_client/use-form-action'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { isOver } from '@/lib/tasks/is-over'
import type { TaskView } from '@/lib/tasks/schemas'
import { beginExportAction, cancelExportAction } from './actions'

type Props = {
  /** The newest that was asked for; null when there is none any more. */
  task: TaskView | null
  /** Until when the finished file can be fetched, in words. */
  until: string | null
}

/** The file with one's data: asked for, being made, ready. */
export function ExportPanel({ task, until }: Props) {
  if (task && !isOver(task)) {
    return <TaskProgress task={task} label="Your file is being made" unit="entries" cancelAction={cancelExportAction} path="/account/privacy" />
  }
  if (!until) return <AskForFile task={task} />
  return (
    <div className="grid gap-4">
      <p role="status">
        <strong>Your file is ready.</strong> <Size bytes={Number(task?.result?.bytes ?? 0)} />, here until {until}, for you alone.
      </p>
      <div className="flex flex-wrap items-start gap-3">
        <a href={String(task?.result?.path)} download className={button()}>
          Download my data
        </a>
        <BeginForm look="quiet">Make a new one</BeginForm>
      </div>
    </div>
  )
}

function AskForFile({ task }: { task: TaskView | null }) {
  return (
    <div className="grid justify-items-start gap-4">
      {task?.status === 'failed' && <Notice tone="danger">{task.error}</Notice>}
      {task?.status === 'cancelled' && <Notice>Stopped. Nothing was kept.</Notice>}
      <BeginForm look="quiet">Make my file</BeginForm>
    </div>
  )
}

function BeginForm({ look, children }: { look: 'quiet'; children: string }) {
  const form = useFormAction(beginExportAction)
  return (
    <form action={form.submit} className="grid gap-3">
      <FormSummary form={form} />
      <SubmitButton isPending={form.isPending} look={look}>
        {children}
      </SubmitButton>
    </form>
  )
}

function Size({ bytes }: { bytes: number }) {
  const { locale } = useShop()
  const isSmall = bytes < 1_000_000
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', maximumFractionDigits: isSmall ? 0 : 1 })
  return format.format(Math.max(1, isSmall ? bytes / 1_000 : bytes / 1_000_000))
}
