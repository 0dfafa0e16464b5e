import { renderInvoice } from '@/app/_documents/invoice'
import { pdfResponse } from '@/app/_documents/pdf-response'
import { getSettings } from '@/lib/catalog/cached'
import { newId } from '@/lib/core/ids'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { StaffOrderRef } from '@/lib/orders/staff-schemas'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { parseInput } from '@/lib/web/input'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

register('GET /api/v1/admin/orders/{number}/invoice', {
  summary: 'The invoice of a paid order, as a PDF',
  input: StaffOrderRef,
  output: { description: 'A PDF of A4 pages.', type: 'application/pdf' },
  isPersonal: true,
})

export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const [{ ctx }, { number }] = await Promise.all([identify(request.headers), params])
    const order = await requireStaffOrder(ctx, parseInput(StaffOrderRef, { number }))
    return pdfResponse(await renderInvoice({ order, shop: await getSettings() }), `invoice-${order.number}`, requestId)
  } catch (error) {
    return problemResponse(error, requestId)
  }
}
