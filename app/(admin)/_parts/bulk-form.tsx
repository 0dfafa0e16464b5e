'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, startTransition, useRef, useState } from 'react'
import { type FormAction, useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { followed } from './running-task'
import { sayDone, sayRefused } from './toasts'

/** Of the list's query what says how it is shown, not what matches. */
const LIST_FIELDS = new Set(['sort', 'page_size', 'cursor'])

/** What a bulk action answers: how many were changed, which were not and why, and the row of the log that takes it back. */
export type BulkResult = { done: number; refused: { label: string; reason: string }[]; undo?: string | null }

type BulkAction = {
  label: string
  /** A Server Action; it is sent `ids` (one or many), or `all=on` and the list's query as `query`. */
  action: FormAction<BulkResult>
  /** "12 orders marked as sent." */
  said: (done: number) => string
  /** For what cannot be undone: a question that names what happens; `n` is how many. */
  ask?: (n: number) => string
  /** Fields below that question. */
  choose?: ReactNode
  tone?: 'quiet' | 'danger'
  /** Further hidden fields. */
  fields?: Record<string, string>
}

type Props = {
  children: ReactNode
  actions: BulkAction[]
  /** "order", "orders". */
  noun: readonly [one: string, many: string]
  /** How many match the filters; with it "all that match" is offered. */
  total: number | null
  /** Whether nobody counted further than `total`. */
  isTotalExact?: boolean
  /** The list's query as text, sent when all that match are meant. */
  query: string
  /** Actions that ask for more than a yes, beside the others. */
  further?: (selection: Selection) => ReactNode
}

/** What is selected, for an action with a dialog of its own. */
export type Selection = {
  count: number
  /** "3 orders", "More than 10,000 products". */
  words: string
  /** Which rows: those that are ticked, or the list's filters when all that match are meant. */
  meant: () => { ids: string[] } | { filters: Record<string, string> }
  /** Tells the outcome in toasts and selects nothing any more. */
  tell: (result: BulkResult, said: string) => void
  /** It goes on as long work, which a `RunningTask` of the page shows from then on. */
  follow: (task: string) => void
}

/** Around a `DataTable` whose rows can be selected: the bar with what can be done to the selected ones. */
export function BulkForm({ children, actions, noun, total, isTotalExact = true, query, further }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [selected, setSelected] = useState(0)
  const [onPage, setOnPage] = useState(0)
  const [isAll, setAll] = useState(false)

  function count() {
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>('.row-check') ?? [])]
    const checked = boxes.filter((box) => box.checked).length
    setSelected(checked)
    setOnPage(boxes.length)
    if (checked < boxes.length) setAll(false)
  }

  function clear() {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? []) box.checked = false
    count()
  }

  const meant = isAll && total !== null ? total : selected
  const words = `${isAll && !isTotalExact ? 'More than ' : ''}${meant.toLocaleString('en-US')} ${meant === 1 ? noun[0] : noun[1]}`
  const selection: Selection = {
    count: meant,
    words,
    meant: () =>
      isAll
        ? { filters: Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => !LIST_FIELDS.has(name))) }
        : { ids: new FormData(form.current ?? undefined).getAll('ids').map(String) },
    follow: (task) => {
      clear()
      router.replace(followed(task), { scroll: false })
    },
    tell: (result, said) => {
      tell(
        result,
        () => said,
        () => router.refresh(),
      )
      clear()
      router.refresh()
    },
  }
  return (
    <form ref={form} onChange={count} onSubmit={(event: FormEvent) => event.preventDefault()}>
      {isAll && (
        <>
          <input type="hidden" name="all" value="on" />
          <input type="hidden" name="query" value={query} />
        </>
      )}
      {children}
      {selected > 0 && (
        <section
          aria-label="Selected"
          data-bulk-bar
          className="sticky bottom-3 z-20 mx-3 mt-3 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-lg"
        >
          <p className="font-semibold text-sm" role="status">
            {words} selected
          </p>
          {total !== null && total > selected && selected === onPage && !isAll && (
            <button type="button" className="font-semibold text-accent text-sm underline underline-offset-4" onClick={() => setAll(true)}>
              Select all {isTotalExact ? total.toLocaleString('en-US') : ''} that match
            </button>
          )}
          <div className="ml-auto flex flex-wrap gap-2">
            {further?.(selection)}
            {actions.map((action) => (
              <BulkButton key={action.label} {...action} form={form} meant={meant} onDone={clear} />
            ))}
            <Button size="sm" look="plain" onClick={clear}>
              Clear
            </Button>
          </div>
        </section>
      )}
    </form>
  )
}

type ButtonProps = BulkAction & { form: React.RefObject<HTMLFormElement | null>; meant: number; onDone: () => void }

function BulkButton({ label, action, said, ask, choose, tone = 'quiet', fields = {}, form, meant, onDone }: ButtonProps) {
  const { submit, state, isPending } = useFormAction(action)
  const [asked, setAsked] = useState(false)
  const router = useRouter()

  useOnAnswer(state, () => {
    if (state.status === 'failed') sayRefused(state.message)
    if (state.status !== 'done') return
    tell(state.value, said, () => router.refresh())
    onDone()
    router.refresh()
  })

  function send() {
    if (!form.current) return
    const data = new FormData(form.current)
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    startTransition(() => submit(data))
    setAsked(false)
  }

  return (
    <>
      <Button size="sm" look={tone} aria-disabled={isPending} onClick={() => (ask ? setAsked(true) : send())}>
        {isPending && <LoaderCircleIcon className="animate-spin" />}
        {label}
      </Button>
      {asked && ask && (
        <Dialog title={label} onClose={() => setAsked(false)}>
          <p>{ask(meant)}</p>
          {choose && <div className="mt-4">{choose}</div>}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button look="quiet" data-takes-focus onClick={() => setAsked(false)}>
              Cancel
            </Button>
            <Button look={tone === 'danger' ? 'danger' : 'primary'} onClick={send}>
              {label}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function tell({ done, refused, undo }: BulkResult, said: (done: number) => string, refresh: () => void) {
  if (done > 0) sayDone(said(done), { undo, refresh })
  const shown = refused.slice(0, 3).map(({ label, reason }) => `${label}: ${reason}`)
  if (refused.length > 3) shown.push(`and ${refused.length - 3} more`)
  if (refused.length > 0) sayRefused(`${refused.length} left as they were. ${shown.join(' ')}`)
}
