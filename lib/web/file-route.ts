import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { identify, REQUEST_ID_HEADER } from './context'
import { fieldsOf, parseInput } from './input'
import { requireWithinLimits } from './limits'
import { type Operation, register } from './operations'
import { problemResponse } from './problem'

export type FileAnswer = {
  body: ReadableStream | NodeJS.ReadableStream
  type: string
  /** The name by which it is kept. */
  name: string
  /** A browser shows it; otherwise it is saved at once. */
  isShown?: boolean
  /** Its length, where it is known before. */
  bytes?: number
}

type FileSpec<I extends z.ZodType> = {
  /** Path parameters and query, merged into one object. */
  input: I
  open(ctx: Ctx, input: z.output<I>): FileAnswer | Promise<FileAnswer>
}

type Handler = (request: Request, context: { params?: Promise<Record<string, unknown>> }) => Promise<Response>

/** `GET` of a file by the API, for who is signed in. Sent while it is read; what is refused is refused before the first byte. */
export function fileRoute<I extends z.ZodType>(
  operation: Operation,
  { summary, output, ...file }: FileSpec<I> & { summary: string; output: { description: string; type: string } },
): Handler {
  register(operation, { summary, input: file.input, output, isPersonal: true })
  return fileHandler(file)
}

/** The same for an address of the shop's own pages. Personal: nothing on the way may keep it. */
export function fileHandler<I extends z.ZodType>({ input, open }: FileSpec<I>): Handler {
  return async (request, { params }) => {
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
    try {
      const { ctx } = await identify(request.headers)
      await requireWithinLimits(request.headers, ctx)
      const asked = { ...fieldsOf(new URL(request.url).searchParams), ...(await params) }
      return answer(await open(ctx, parseInput(input, asked)), requestId)
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }
}

function answer({ body, type, name, isShown, bytes }: FileAnswer, requestId: string): Response {
  const headers = {
    'content-type': type,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${name}"`,
    ...(bytes !== undefined && { 'content-length': String(bytes) }),
    'cache-control': 'private, no-store',
    'x-request-id': requestId,
  }
  return new Response(body instanceof ReadableStream ? body : (Readable.toWeb(Readable.from(body)) as ReadableStream), { headers })
}
