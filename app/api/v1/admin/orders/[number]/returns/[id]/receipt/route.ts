import { Changed } from '@/lib/orders/staff-schemas'
import { receiveReturn } from '@/lib/returns/receive-return'
import { ReceiveReturn } from '@/lib/returns/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/returns/{id}/receipt', {
  summary: 'The parcel came back; what can be sold again goes on the shelf',
  input: ReceiveReturn,
  output: Changed,
  run: receiveReturn,
  isPersonal: true,
})
