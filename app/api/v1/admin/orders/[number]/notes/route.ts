import { addNote } from '@/lib/orders/add-note'
import { AddNote, Changed } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/notes', {
  summary: 'Write a note about an order for the others who work here',
  input: AddNote,
  output: Changed,
  run: addNote,
  idempotency: 'optional',
  isPersonal: true,
  status: 201,
})
