import { Changed, RefundOrder } from '@/lib/orders/staff-schemas'
import { refundOrder } from '@/lib/payments/refund-order'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/refunds', {
  summary: 'Give money back, for certain units or by amount',
  input: RefundOrder,
  output: Changed,
  run: refundOrder,
  isPersonal: true,
  idempotency: 'required',
  status: 201,
})
