import { ReturnRef, ReturnView } from '@/lib/returns/schemas'
import { withdrawReturn } from '@/lib/returns/withdraw-return'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/orders/{number}/returns/{id}/withdrawal', {
  summary: 'Withdraw a return that the shop has not acted on yet',
  input: ReturnRef,
  output: ReturnView,
  isPersonal: true,
  run: withdrawReturn,
})
