import { z } from 'zod'
import { listReturns } from '@/lib/returns/list-returns'
import { requestReturn } from '@/lib/returns/request-return'
import { RequestReturn, ReturnsOfOrder, ReturnView } from '@/lib/returns/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/orders/{number}/returns', {
  summary: 'What of your order can be sent back, and what you asked for so far',
  input: z.object({ number: z.string().max(40) }),
  output: ReturnsOfOrder,
  isPersonal: true,
  run: listReturns,
})

export const POST = route('POST /api/v1/orders/{number}/returns', {
  summary: 'Ask to send items back',
  input: RequestReturn,
  output: ReturnView,
  isPersonal: true,
  run: requestReturn,
  status: 201,
  idempotency: 'optional',
})
