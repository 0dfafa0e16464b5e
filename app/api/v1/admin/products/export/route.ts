import { Readable } from 'node:stream'
import { productsAsCsv } from '@/lib/catalog/products-as-csv'
import { ExportProducts } from '@/lib/catalog/staff-schemas'
import { newId } from '@/lib/core/ids'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { fieldsOf, parseInput } from '@/lib/web/input'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

register('GET /api/v1/admin/products/export', {
  summary: 'All products that match, as CSV',
  input: ExportProducts,
  output: { description: 'One line for each product, in the order of the list.', type: 'text/csv' },
  isPersonal: true,
})

/** Read while it is sent, so that a hundred thousand products need no memory. */
export async function GET(request: Request): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const { ctx } = await identify(request.headers)
    const filters = parseInput(ExportProducts, fieldsOf(new URL(request.url).searchParams))
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="products.csv"',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    }
    const lines = Readable.from(asBytes(productsAsCsv(ctx, filters)))
    return new Response(Readable.toWeb(lines) as ReadableStream, { headers })
  } catch (error) {
    return problemResponse(error, requestId)
  }
}

async function* asBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
