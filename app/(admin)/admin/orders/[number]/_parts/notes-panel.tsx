import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { NoteForm } from './note-form'

/** What people who work here wrote down; the shopper never sees it. */
export function NotesPanel({ order, mayWrite }: { order: StaffOrder; mayWrite: boolean }) {
  return (
    <Panel id="notes" title="Notes">
      {mayWrite && <NoteForm number={order.number} />}
      {order.notes.length === 0 && !mayWrite && <p className="text-muted text-sm">Nobody has written anything down.</p>}
      {order.notes.length > 0 && (
        <ul className={`grid gap-3 text-sm ${mayWrite ? 'mt-4' : ''}`}>
          {order.notes.map((note) => (
            <li key={note.id} className="border-accent border-l-2 pl-3">
              <p className="whitespace-pre-wrap break-words">{note.body}</p>
              <p className="text-muted">
                <When at={note.at} />
                {note.by && ` · ${note.by}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
