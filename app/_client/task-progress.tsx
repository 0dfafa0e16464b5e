'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { ProgressBar } from '@/app/_ui/progress-bar'
import { isOver } from '@/lib/tasks/is-over'
import type { TaskView } from '@/lib/tasks/schemas'
import { sendJson } from './cart-api'
import { FormSummary } from './form-summary'
import { keys } from './keys'
import { useShop } from './shop-context'
import { SubmitButton } from './submit-button'
import { type FormAction, useFormAction } from './use-form-action'

const POLL_MS = 1_000

type Props = {
  /** What the server knew when it drew the page. */
  task: TaskView
  /** "Your file is being made" */
  label: string
  unit: string
  cancelAction: FormAction<TaskView>
  /** This page, for who has no JavaScript: it is drawn anew with how far it is then. */
  path: string
}

/** Long work while it goes on. When it is over the page is drawn anew, and shows what came of it. */
export function TaskProgress({ task: drawn, label, unit, cancelAction, path }: Props) {
  const router = useRouter()
  const { locale } = useShop()
  const cancel = useFormAction(cancelAction)
  const { data: task } = useQuery({
    queryKey: keys.task(drawn.id),
    queryFn: () => sendJson<TaskView>('GET', `/api/v1/tasks/${drawn.id}`),
    initialData: drawn,
    staleTime: 0,
    retry: 3,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : POLL_MS),
  })
  const isDone = isOver(task)
  useEffect(() => {
    if (isDone) router.refresh()
  }, [isDone, router])

  return (
    <div className="grid max-w-xl gap-3">
      <p role="status" className="font-semibold">
        {task.is_cancelling ? 'Stopping …' : isDone ? 'Finishing …' : `${label} …`}
      </p>
      <ProgressBar label={label} done={task.done} total={task.total} rate={task.rate} secondsLeft={task.seconds_left} unit={unit} locale={locale} />
      <FormSummary form={cancel} />
      <form action={cancel.submit} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="id" value={task.id} />
        <SubmitButton isPending={cancel.isPending || task.is_cancelling} look="quiet" size="sm">
          Stop
        </SubmitButton>
        <noscript>
          <a href={path} className="underline underline-offset-4">
            See how far it is now
          </a>
        </noscript>
      </form>
    </div>
  )
}
