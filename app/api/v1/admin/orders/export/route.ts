import { Readable } from 'node:stream'
import { newId } from '@/lib/core/ids'
import { ordersAsCsv } from '@/lib/orders/orders-as-csv'
import { OrderFilters } from '@/lib/orders/staff-schemas'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { fieldsOf, parseInput } from '@/lib/web/input'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

register('GET /api/v1/admin/orders/export', {
  summary: 'All orders that match, as CSV',
  input: OrderFilters,
  output: { description: 'One line for each order, newest first.', type: 'text/csv' },
  isPersonal: true,
})

/** Read while it is sent, so that a hundred thousand orders need no memory. */
export async function GET(request: Request): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const { ctx } = await identify(request.headers)
    const filters = parseInput(OrderFilters, fieldsOf(new URL(request.url).searchParams))
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="orders.csv"',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    }
    const lines = Readable.from(asBytes(ordersAsCsv(ctx, filters)))
    return new Response(Readable.toWeb(lines) as ReadableStream, { headers })
  } catch (error) {
    return problemResponse(error, requestId)
  }
}

async function* asBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
