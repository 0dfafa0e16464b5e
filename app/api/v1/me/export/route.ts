import { makeZip } from 'client-zip'
import { z } from 'zod'
import { newId } from '@/lib/core/ids'
import { exportMyData } from '@/lib/privacy/export-my-data'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { requireWithinLimits } from '@/lib/web/limits'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

register('GET /api/v1/me/export', {
  summary: 'Everything we keep about you, as JSON and CSV files in one ZIP',
  input: z.object({}),
  output: { type: 'application/zip', description: 'The file; it is made while it is sent' },
  isPersonal: true,
})

/** Everything we keep about the caller as one ZIP of JSON and CSV files, made while it is sent. */
export async function GET(request: Request): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const { ctx } = await identify(request.headers)
    await requireWithinLimits(request.headers, ctx)
    const now = new Date()
    const files = (await exportMyData(ctx)).map(({ name, input }) => ({ name, input: asBytes(input), lastModified: now }))
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="highstreet-${now.toISOString().slice(0, 10)}.zip"`,
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    }
    return new Response(makeZip(files), { headers })
  } catch (error) {
    return problemResponse(error, requestId)
  }
}

async function* asBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
