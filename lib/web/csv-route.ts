import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { identify, REQUEST_ID_HEADER } from './context'
import { fieldsOf, parseInput } from './input'
import { type Operation, register } from './operations'
import { problemResponse } from './problem'

type Spec<I extends z.ZodType> = {
  summary: string
  /** What one line of the file is. */
  line: string
  input: I
  /** The name under which a browser saves it. */
  file: string
  /** Its lines. What is refused is refused at once, before the first of them. */
  run(ctx: Ctx, input: z.output<I>): AsyncIterable<string>
}

/** A list as a file for spreadsheets, for who is signed in. Read while it is sent, so that a hundred thousand lines need no memory. */
export function csvRoute<I extends z.ZodType>(operation: Operation, { summary, line, input, file, run }: Spec<I>) {
  register(operation, { summary, input, output: { description: line, type: 'text/csv' }, isPersonal: true })

  return async (request: Request): Promise<Response> => {
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
    try {
      const { ctx } = await identify(request.headers)
      const lines = Readable.from(asBytes(run(ctx, parseInput(input, fieldsOf(new URL(request.url).searchParams)))))
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file}"`,
        'cache-control': 'private, no-store',
        'x-request-id': requestId,
      }
      return new Response(Readable.toWeb(lines) as ReadableStream, { headers })
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }
}

async function* asBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
