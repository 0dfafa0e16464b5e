import type { Route } from 'next'
import Link from 'next/link'
import { When } from '@/app/(admin)/_parts/when'
import type { AuditEntry } from '@/lib/audit/schemas'
import { sentenceOf } from './sentences'
import { UndoButton } from './undo-button'

/** One line of the log; what it was and what it became opens below it. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const { action, subject, actor_name, actor, at, undo_of, undone_by, is_undoable } = entry
  const who = actor_name ?? (actor.startsWith('system:') ? 'The shop itself' : 'Somebody who left')
  return (
    <li className="grid gap-1 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0">
          <span className="font-semibold">{who}</span> {undo_of && <span>took back: </span>}
          {sentenceOf(action)} <Subject subject={subject} />
          {undone_by && <span className="text-muted"> (taken back)</span>}
        </p>
        <p className="flex items-center gap-3 text-muted text-sm">
          <When at={at} />
          {is_undoable && <UndoButton id={entry.id} />}
        </p>
      </div>
      <details className="text-sm">
        <summary className="inline-flex min-h-6 items-center rounded-md text-accent underline-offset-4 hover:underline">Details</summary>
        <dl className="mt-2 grid gap-3 rounded-md bg-sunken p-3 sm:grid-cols-2">
          <Values title="Before" value={entry.before} />
          <Values title="After" value={entry.after} />
          <div>
            <dt className="text-muted">From</dt>
            <dd>{entry.address ?? 'not kept'}</dd>
          </div>
          <div className="min-w-0">
            <dt className="text-muted">Request</dt>
            <dd className="break-all font-mono">{entry.request_id}</dd>
          </div>
        </dl>
      </details>
    </li>
  )
}

/** The thing's name, as the way to its page where it has one. */
function Subject({ subject: { type, id, label } }: Pick<AuditEntry, 'subject'>) {
  const href = pages[type]?.({ id, label })
  if (!href) return <span className="font-semibold">{label}</span>
  return (
    <Link href={href} className="font-semibold underline-offset-4 hover:underline">
      {label || `a ${type}`}
    </Link>
  )
}

const pages: Readonly<Record<string, (subject: { id: string; label: string }) => Route>> = {
  category: ({ id }) => `/admin/categories/${id}` as Route,
  customer: ({ id }) => `/admin/customers/${id}` as Route,
  job: ({ id }) => `/admin/operations/jobs/${id}` as Route,
  mail: ({ id }) => `/admin/operations/mails/${id}` as Route,
  order: ({ label }) => `/admin/orders/${label}` as Route,
  product: ({ id }) => `/admin/products/${id}` as Route,
}

function Values({ title, value }: { title: string; value: AuditEntry['before'] }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{title}</dt>
      <dd className="overflow-x-auto whitespace-pre-wrap break-words font-mono">{value === null ? 'nothing' : JSON.stringify(value, null, 2)}</dd>
    </div>
  )
}
