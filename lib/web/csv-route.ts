import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { fileRoute } from './file-route'
import type { Operation } from './operations'

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

/** A list as a file for spreadsheets. Read while it is sent, so that a hundred thousand lines need no memory. */
export const csvRoute = <I extends z.ZodType>(operation: Operation, { summary, line, input, file, run }: Spec<I>) =>
  fileRoute(operation, {
    summary,
    input,
    output: { description: line, type: 'text/csv' },
    open: (ctx, asked) => ({ body: Readable.from(asBytes(run(ctx, asked))), type: 'text/csv; charset=utf-8', name: file }),
  })

async function* asBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
