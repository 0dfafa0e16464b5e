import type { z } from 'zod'
import { DomainError, type InputError } from '@/lib/core/errors'
import { plainWords } from './plain-words'

/** Bodies of JSON routes and actions (S11). */
export const BODY_LIMIT_BYTES = 1_000_000

/** Parses with the operation's schema. @throws invalid_input with a JSON pointer for each field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const unstorable = findUnstorableText(input)
  if (unstorable)
    throw new DomainError('invalid_input', { errors: [{ pointer: unstorable, detail: 'This text contains characters that cannot be stored.' }] })
  const parsed = schema.safeParse(input, { error: plainWords })
  if (parsed.success) return parsed.data
  throw new DomainError('invalid_input', { errors: parsed.error.issues.slice(0, 50).flatMap(errorsOfIssue) })
}

function errorsOfIssue(issue: z.core.$ZodIssue): InputError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 20).map((key) => ({ pointer: pointerOf([...issue.path, key]), detail: 'This field is not known here.' }))
  }
  return [{ pointer: pointerOf(issue.path), detail: issue.message }]
}

/** RFC 6901. */
const pointerOf = (path: PropertyKey[]) => path.map((part) => `/${String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** NUL and lone surrogates are valid in JSON, but Postgres cannot store them. Walks without recursion, so that depth is no danger. */
function findUnstorableText(input: unknown): string | null {
  const open: { value: unknown; path: PropertyKey[] }[] = [{ value: input, path: [] }]
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, path } = step
    if (typeof value === 'string') {
      if (value.includes('\u0000') || !isWellFormed(value)) return pointerOf(path)
    } else if (value !== null && typeof value === 'object' && path.length < 40) {
      for (const [key, inner] of Object.entries(value)) open.push({ value: inner, path: [...path, key] })
    }
  }
  return null
}

const isWellFormed = (text: string) => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)

/** Reads a JSON body of at most `BODY_LIMIT_BYTES`. @throws too_large, malformed, unsupported_media_type */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new DomainError('unsupported_media_type', { detail: 'Send JSON with the header Content-Type: application/json.' })
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new DomainError('malformed', { detail: 'The body is not valid JSON in UTF-8.' })
  }
}

/** The body as it was sent, for signatures over it. @throws too_large */
export async function readBytes(request: Request, limit = BODY_LIMIT_BYTES): Promise<Uint8Array> {
  const tooLarge = () => new DomainError('too_large', { detail: `The body may have at most ${limit / 1_000_000} MB.` })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

/** Query or form fields as an object; a repeated field becomes a list. */
export function fieldsOf(entries: Iterable<[string, FormDataEntryValue]>): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue | FormDataEntryValue[]>()
  for (const [name, value] of entries) {
    const known = fields.get(name)
    fields.set(name, known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value])
  }
  return Object.fromEntries(fields)
}
