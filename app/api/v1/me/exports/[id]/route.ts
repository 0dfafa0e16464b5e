import { newId } from '@/lib/core/ids'
import { openExport } from '@/lib/privacy/open-export'
import { TaskRef } from '@/lib/tasks/schemas'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { parseInput } from '@/lib/web/input'
import { requireWithinLimits } from '@/lib/web/limits'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

register('GET /api/v1/me/exports/{id}', {
  summary: 'Everything we keep about you, as JSON and CSV files in one ZIP, for three days after it was made',
  input: TaskRef,
  output: { type: 'application/zip', description: 'The file' },
  isPersonal: true,
})

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const { ctx } = await identify(request.headers)
    await requireWithinLimits(request.headers, ctx)
    const { body, bytes } = await openExport(ctx, parseInput(TaskRef, await params))
    const headers = {
      'content-type': 'application/zip',
      'content-length': String(bytes),
      'content-disposition': 'attachment; filename="my-data.zip"',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    }
    return new Response(body, { headers })
  } catch (error) {
    return problemResponse(error, requestId)
  }
}
