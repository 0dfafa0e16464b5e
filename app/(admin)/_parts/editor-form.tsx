'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { type FormAction, type FormActionState, useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { keepFields } from './keep-fields'
import { sayDone } from './toasts'

/** What a save answers: with the id of its row in the activity log the toast offers Undo. */
export type Saved = { undo?: string | null }

type Props<T extends Saved> = {
  action: FormAction<T>
  /** The version that the fields were read at; sent as `version`. A save of an older one is refused with the difference. */
  version: string | number
  said: string
  save?: string
  children: (form: FormActionState<T>) => ReactNode
}

/**
 * An editor: a form with a bar at its foot that is there as soon as something differs, a guard for leaving with unsaved changes, and what
 * somebody else changed in the meantime. ⌘S saves.
 */
export function EditorForm<T extends Saved>({ action, version, said, save = 'Save', children }: Props<T>) {
  const form = useFormAction(action)
  const element = useRef<HTMLFormElement>(null)
  const [isDirty, setDirty] = useState(false)
  const router = useRouter()
  const theirs = form.state.status === 'failed' && form.state.code === 'stale' ? readDifference(form.state.extra) : null

  useOnAnswer(form.state, () => {
    if (form.state.status !== 'done') return
    setDirty(false)
    sayDone(said, { undo: form.state.value.undo, refresh: () => router.refresh() })
    router.refresh()
  })
  useUnsavedGuard(isDirty && !form.isPending)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      element.current?.requestSubmit()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  function discard() {
    element.current?.reset()
    setDirty(false)
    // Fields that hold more than their text come back with the page.
    router.refresh()
  }

  return (
    <form
      ref={element}
      action={form.submit}
      onSubmit={keepFields(form.submit)}
      noValidate
      onInput={(event: FormEvent) => setDirty(!(event.target as HTMLElement).closest('[data-unsaved="ignore"]') || isDirty)}
    >
      <input type="hidden" name="version" value={theirs?.version ?? version} />
      <div className="grid gap-5">
        {theirs ? <Difference {...theirs} onReload={() => window.location.reload()} /> : <FormSummary form={form} />}
        {children(form)}
      </div>
      {(isDirty || form.state.status === 'failed') && (
        <div className="sticky bottom-3 z-20 mt-5 flex items-center justify-end gap-3 rounded-lg border border-line bg-surface px-4 py-3 shadow-lg">
          <p className="mr-auto font-medium text-sm">{theirs ? 'Saving keeps what you typed.' : 'Unsaved changes'}</p>
          <Button look="quiet" size="sm" onClick={discard}>
            Discard
          </Button>
          <SubmitButton size="sm" isPending={form.isPending}>
            {theirs ? 'Save mine' : save}
          </SubmitButton>
        </div>
      )}
    </form>
  )
}

type Change = { label: string; theirs: string }

/** A refused save says in `extra` what the record is now: `{ version, changes: [{ label, theirs }] }`. */
export function readDifference(extra: Record<string, unknown>): { version: string; changes: Change[] } {
  const changes = Array.isArray(extra.changes) ? (extra.changes as Change[]) : []
  return { version: String(extra.version ?? ''), changes }
}

export function Difference({ changes, onReload }: { changes: Change[]; onReload: () => void }) {
  return (
    <Notice tone="warning" role="alert">
      <p className="font-semibold">Somebody else has changed this since you opened it.</p>
      {changes.length > 0 && (
        <dl className="mt-2 grid gap-1 text-sm">
          {changes.map(({ label, theirs }) => (
            <div key={label} className="flex flex-wrap gap-x-2">
              <dt className="font-semibold">{label} is now</dt>
              <dd>{theirs || 'empty'}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-2 text-sm">
        Save again to keep yours, or{' '}
        <button type="button" onClick={onReload} className="font-semibold underline underline-offset-4">
          load theirs
        </button>
        .
      </p>
    </Notice>
  )
}

const QUESTION = 'You have changes that are not saved. Leave without them?'

/** Asks before a page with unsaved changes is left: by the browser for documents, by us for links inside. */
function useUnsavedGuard(isOn: boolean): void {
  const guard = useCallback((event: BeforeUnloadEvent) => event.preventDefault(), [])
  useEffect(() => {
    if (!isOn) return
    function onClick(event: MouseEvent) {
      const link = (event.target as Element).closest('a[href]')
      if (!link || link.getAttribute('target') === '_blank' || link.getAttribute('href')?.startsWith('#')) return
      if (window.confirm(QUESTION)) {
        window.removeEventListener('beforeunload', guard)
        return
      }
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', guard)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', guard)
      document.removeEventListener('click', onClick, true)
    }
  }, [isOn, guard])
}
