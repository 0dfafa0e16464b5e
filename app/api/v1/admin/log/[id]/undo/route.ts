import { UndoChange, Undone } from '@/lib/audit/schemas'
import { undoChange } from '@/lib/undo/undo-change'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/log/{id}/undo', {
  summary: 'Take a change back, while what it changed has not moved on',
  input: UndoChange,
  output: Undone,
  run: undoChange,
  isPersonal: true,
})
