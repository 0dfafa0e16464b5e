import { renderInvoice } from '@/app/_documents/invoice'
import { pdfResponse } from '@/app/_documents/pdf-response'
import { getSettings } from '@/lib/catalog/cached'
import { newId } from '@/lib/core/ids'
import { requireOrder } from '@/lib/orders/require-order'
import { OrderRef } from '@/lib/orders/schemas'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { parseInput } from '@/lib/web/input'
import { problemResponse } from '@/lib/web/problem'

/** The invoice as a PDF, for the order's owner or with the token of its link (`?t=`). @throws conflict before it was paid */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const [{ ctx }, { number }] = await Promise.all([identify(request.headers), params])
    const token = new URL(request.url).searchParams.get('t') ?? undefined
    const order = await requireOrder(ctx, parseInput(OrderRef, { number, token }))
    return pdfResponse(await renderInvoice({ order, shop: await getSettings() }), `invoice-${order.number}`, requestId)
  } catch (error) {
    return problemResponse(error, requestId)
  }
}
