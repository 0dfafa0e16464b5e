import { sendParcel } from '@/lib/orders/send-parcel'
import { ParcelSent, SendParcel } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/fulfilments', {
  summary: 'Send a parcel, with all that is left or with some units',
  input: SendParcel,
  output: ParcelSent,
  run: sendParcel,
  isPersonal: true,
  idempotency: 'optional',
  status: 201,
})
