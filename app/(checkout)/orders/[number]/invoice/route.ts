import { Readable } from 'node:stream'
import { renderInvoice } from '@/app/_documents/invoice'
import { getSettings } from '@/lib/catalog/cached'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { requireOrder } from '@/lib/orders/require-order'
import { OrderRef } from '@/lib/orders/schemas'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { parseInput } from '@/lib/web/input'
import { problemResponse } from '@/lib/web/problem'

/** The invoice as a PDF, for the order's owner or with the token of its link (`?t=`). There is one once the order was paid. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const [{ ctx }, { number }] = await Promise.all([identify(request.headers), params])
    const token = new URL(request.url).searchParams.get('t') ?? undefined
    const order = await requireOrder(ctx, parseInput(OrderRef, { number, token }))
    if (order.payment_status === 'unpaid') throw new DomainError('conflict', { detail: 'There is an invoice once the order is paid.' })
    const pdf = await renderInvoice({ order, shop: await getSettings() })
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="invoice-${order.number}.pdf"`,
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    }
    return new Response(Readable.toWeb(Readable.from(pdf)) as ReadableStream, { headers })
  } catch (error) {
    return problemResponse(error, requestId)
  }
}
