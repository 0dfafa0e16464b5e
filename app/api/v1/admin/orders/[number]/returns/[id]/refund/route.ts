import { Changed } from '@/lib/orders/staff-schemas'
import { refundReturn } from '@/lib/payments/refund-return'
import { RefundReturn } from '@/lib/returns/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/returns/{id}/refund', {
  summary: 'Give the money for a received return',
  input: RefundReturn,
  output: Changed,
  run: refundReturn,
  isPersonal: true,
  idempotency: 'required',
})
