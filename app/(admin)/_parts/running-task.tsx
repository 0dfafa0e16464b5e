'use client'

import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { keys } from '@/app/_client/keys'
import { useShop } from '@/app/_client/shop-context'
import { Button } from '@/app/_ui/button'
import { ProgressBar } from '@/app/_ui/progress-bar'
import type { Undone } from '@/lib/audit/schemas'
import { isOver } from '@/lib/tasks/is-over'
import type { TaskView } from '@/lib/tasks/schemas'
import { sayRefused } from './toasts'

const POLL_MS = 1_000

/** As `lib/undo/take-back.ts` calls it, which the browser does not load. */
const TAKE_BACK: TaskView['kind'] = 'take-back'

type Props = {
  /** "Products are being changed" */
  label: string
  /** "products" */
  unit: string
  /** "changed": so many are. */
  done: string
}

/**
 * Long work that was begun on this page: how far it is, a way to stop it, and what came of it. The address holds which it is, so that it is
 * there again after a reload; it goes on whether somebody looks or not.
 */
export function RunningTask(props: Props) {
  const id = useSearchParams().get('task')
  return id && <Running key={id} id={id} {...props} />
}

/** This page with that work. */
export const followed = (task: string | null): Route => {
  const { pathname, searchParams } = new URL(window.location.href)
  if (task) searchParams.set('task', task)
  else searchParams.delete('task')
  return `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}` as Route
}

function Running({ id, label, unit, done }: Props & { id: string }) {
  const router = useRouter()
  const { locale } = useShop()
  const [isStopping, setStopping] = useState(false)
  const { data: task } = useQuery({
    queryKey: keys.task(id),
    queryFn: () => sendJson<TaskView>('GET', `/api/v1/tasks/${encodeURIComponent(id)}`),
    staleTime: 0,
    retry: 2,
    refetchInterval: ({ state }) => (state.data && !isOver(state.data) ? POLL_MS : false),
  })
  const isDone = task !== undefined && isOver(task)
  useEffect(() => {
    if (isDone) router.refresh()
  }, [isDone, router])
  if (!task) return null

  async function stop() {
    setStopping(true)
    try {
      await sendJson('POST', `/api/v1/tasks/${id}/cancellation`, {})
    } catch (error) {
      setStopping(false)
      sayRefused((error as Error).message)
    }
  }

  const name = task.kind === TAKE_BACK ? 'It is being taken back' : label
  if (isDone) return <Outcome task={task} unit={unit} done={task.kind === TAKE_BACK ? 'taken back' : done} />
  return (
    <Frame>
      <p role="status" className="mb-3 font-semibold text-sm">
        {isStopping || task.is_cancelling ? 'Stopping …' : `${name} …`}
      </p>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-64">
          <ProgressBar
            label={name}
            done={task.done}
            total={task.total}
            rate={task.rate}
            secondsLeft={task.seconds_left}
            unit={unit}
            locale={locale}
          />
        </div>
        <Button size="sm" look="quiet" aria-disabled={isStopping} onClick={() => !isStopping && stop()}>
          Stop
        </Button>
      </div>
    </Frame>
  )
}

const Frame = ({ children }: { children: ReactNode }) => (
  <section aria-label="Work in progress" className="mb-4 rounded-lg bg-surface px-4 py-4 shadow-sm">
    {children}
  </section>
)

function Outcome({ task, unit, done }: Pick<Props, 'unit' | 'done'> & { task: TaskView }) {
  const router = useRouter()
  const [isTakenBack, setTakenBack] = useState(false)
  const { changed = 0, left = 0, why, undo } = task.result ?? {}
  const number = (value: unknown) => Number(value).toLocaleString('en-US')

  async function back(entry: string) {
    setTakenBack(true)
    try {
      const { task: work } = await sendJson<Undone>('POST', `/api/v1/admin/log/${entry}/undo`, {})
      router.replace(followed(work), { scroll: false })
    } catch (error) {
      sayRefused((error as Error).message)
    }
  }

  return (
    <Frame>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p role="status" className="min-w-0 text-sm">
          {task.status === 'failed' && <span className="block font-semibold text-danger">{task.error}</span>}
          <span className="font-semibold">
            {task.status === 'cancelled' && 'Stopped. '}
            {number(changed)} {unit} {done}
          </span>
          {Number(left) > 0 && `, ${number(left)} left as they were`}.{why && ` ${why}`}
        </p>
        <div className="flex flex-wrap gap-2">
          {typeof undo === 'string' && Number(changed) > 0 && !isTakenBack && (
            <Button size="sm" look="quiet" onClick={() => back(undo)}>
              Undo
            </Button>
          )}
          <Button size="sm" look="plain" onClick={() => router.replace(followed(null), { scroll: false })}>
            Close
          </Button>
        </div>
      </div>
    </Frame>
  )
}
