import { payOrder } from '@/lib/payments/pay-order'
import { PaymentResult, PayOrder } from '@/lib/payments/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/orders/{number}/payments', {
  summary: 'Pay an order. A decline is 402 with `decline_code`; the order stays payable until `reserved_until`',
  input: PayOrder,
  output: PaymentResult,
  run: payOrder,
  idempotency: 'required',
  limit: 'payments',
})
