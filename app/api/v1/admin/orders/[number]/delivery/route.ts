import { deliverOrder } from '@/lib/orders/fulfil-order'
import { Changed, StaffOrderRef } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/delivery', {
  summary: 'The courier has handed it over',
  input: StaffOrderRef,
  output: Changed,
  run: async (ctx, input) => {
    await deliverOrder(ctx, input)
    return {}
  },
  isPersonal: true,
})
