import { Changed } from '@/lib/orders/staff-schemas'
import { decideReturn } from '@/lib/returns/decide-return'
import { DecideReturn } from '@/lib/returns/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/returns/{id}/decision', {
  summary: 'Say yes or no to a return',
  input: DecideReturn,
  output: Changed,
  run: decideReturn,
  isPersonal: true,
})
