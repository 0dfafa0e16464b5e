import { renderPackingSlip } from '@/app/_documents/packing-slip'
import { pdfResponse } from '@/app/_documents/pdf-response'
import { getSettings } from '@/lib/catalog/cached'
import { FulfilmentId, newId } from '@/lib/core/ids'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { StaffOrderRef } from '@/lib/orders/staff-schemas'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { parseInput } from '@/lib/web/input'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

const PackingSlip = StaffOrderRef.extend({
  /** What is in this parcel; without it what is still to be sent. */
  parcel: FulfilmentId.optional(),
})

register('GET /api/v1/admin/orders/{number}/packing-slip', {
  summary: 'What goes into a parcel, as a PDF without prices',
  input: PackingSlip,
  output: { description: 'A PDF of A4 pages.', type: 'application/pdf' },
  isPersonal: true,
})

export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const [{ ctx }, { number }] = await Promise.all([identify(request.headers), params])
    const parcel = new URL(request.url).searchParams.get('parcel') ?? undefined
    const asked = parseInput(PackingSlip, { number, parcel })
    const order = await requireStaffOrder(ctx, { number: asked.number })
    const pdf = await renderPackingSlip({ order, parcel: asked.parcel, shop: await getSettings() })
    return pdfResponse(pdf, `packing-slip-${order.number}`, requestId)
  } catch (error) {
    return problemResponse(error, requestId)
  }
}
