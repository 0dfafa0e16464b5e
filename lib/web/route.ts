import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { isKnownTag } from '@/lib/core/entity-tags'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { type Permission, requireCan } from '@/lib/platform/auth/can'
import { serializeCookie } from '@/lib/platform/auth/cookies'
import { reportAnswer } from '@/lib/platform/cache/answer-report'
import type { Found } from '@/lib/platform/cache/cache'
import { cacheKey } from '@/lib/platform/cache/cache-key'
import { keepText } from '@/lib/platform/cache/cached'
import type { Keeping } from '@/lib/platform/cache/lifetimes'
import { env } from '@/lib/platform/env'
import { metrics } from '@/lib/platform/metrics/metrics'
import { standingOf } from '@/lib/platform/rate-limit/caller-address'
import { limitHeaders } from '@/lib/platform/rate-limit/limit-headers'
import type { PolicyName } from '@/lib/platform/rate-limit/policies'
import type { Verdict } from '@/lib/platform/rate-limit/tallies'
import { anonymousCtx, identify, REQUEST_ID_HEADER } from './context'
import { fieldsOf, parseInput, readBytes, readJson } from './input'
import { COUNTED_HEADER, countRequest, refusalBy } from './limits'
import { type Operation, register } from './operations'
import { requireNoForeignOrigin, requireOwnOrigin } from './origin'
import { problemResponse } from './problem'

export type RouteSpec<I extends z.ZodType, O extends z.ZodType> = {
  summary: string
  /** Path parameters and query (GET, DELETE) or body (others), merged into one object. Writes use `z.strictObject`. */
  input: I
  /** Everything that leaves passes it (S4). */
  output: O
  run(ctx: Ctx, input: z.output<I>): Promise<z.input<O>>
  status?: number
  /**
   * The body is a file of at most so many bytes, in `input.file` as it was sent; its content says what it is, not its name or type. It is read
   * for who may send it only: `run` asks again.
   */
  file?: { limitBytes: number; needs: Permission }
  /** Only for who is signed in. The domain function decides that (S3); this says it in the API's description, and a test compares the two. */
  isPersonal?: boolean
  /** A limit of this operation's own, by name, besides the one for all of the API (R121). */
  limit?: PolicyName
  /** A caller without a cart gets a token: as a cookie, and in `ctx.issuedCartToken` for `run`. */
  createsCart?: boolean
  /** `required`: refused without an Idempotency-Key header. `optional`: used when sent. */
  idempotency?: 'required' | 'optional'
  /** Seconds for shared caches; the answer then carries an ETag and may be 304. Only for answers that are the same for everybody. */
  publicSeconds?: number
  /** What a public answer depends on. The server entry may then keep it until one of these falls; without it nobody keeps it here. */
  tags?(output: z.output<O>): string[]
  /** With tags: all instances share the finished text through Redis. `part` is what the key is made of, the whole parsed input without it. */
  kept?: Kept<z.output<I>>
}

type Kept<I> = { as: Keeping; part?(input: I): string | undefined }

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[] | undefined>> }) => Promise<Response>

/**
 * A domain function as a Route Handler: identifies the caller, checks Origin, parses, runs, and answers with JSON or a problem document.
 * The first argument is the operation as the API documents it; a test holds it against the file's place.
 */
export function route<I extends z.ZodType, O extends z.ZodType>(operation: Operation, spec: RouteSpec<I, O>): Handler {
  register(operation, spec)
  const takesBody = !/^(GET|DELETE) /.test(operation)
  const isWrite = !operation.startsWith('GET ')

  return async (request, { params }) => {
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID()
    const finished = metrics.requests.startTimer({ operation })
    const response = await respond(request, params, requestId)
    finished({ status: String(response.status) })
    return response
  }

  async function respond(request: Request, params: Promise<Record<string, unknown>>, requestId: string): Promise<Response> {
    let verdicts: Verdict[] | undefined
    try {
      const caller = await callerOf(request.headers)
      verdicts = await count(request.headers, await whoCounts(request.headers, caller))
      const refusal = refusalBy(verdicts)
      if (refusal) throw refusal
      const sent = takesBody ? await readBody(request, caller) : fieldsOf(new URL(request.url).searchParams)
      // Next gives a route without parameters none at all.
      const input = parseInput(spec.input, withParams(sent, (await params) ?? {}))
      const ctx = withIdempotencyKey(caller, request.headers, spec.idempotency)
      if (spec.publicSeconds === undefined) return withLimits(answer(spec, (await made(ctx, input)).text, requestId, ctx), verdicts)
      const found = spec.kept ? await keptText(ctx, input, spec.kept) : await made(ctx, input)
      if (found.tags) reportAnswer(found)
      return withLimits(publicAnswer(request, spec.publicSeconds, found, requestId), verdicts)
    } catch (error) {
      // Who cannot say who they are asked all the same.
      verdicts ??= await count(request.headers, anonymousCtx(request.headers))
      return withLimits(problemResponse(refusalBy(verdicts) ?? error, requestId, request.url), verdicts)
    }
  }

  async function readBody(request: Request, caller: Ctx): Promise<unknown> {
    if (!spec.file) return readJson(request)
    requireCan(caller, spec.file.needs)
    return { file: await readBytes(request, spec.file.limitBytes) }
  }

  async function made(ctx: Ctx, input: z.output<I>): Promise<{ text: string; tags: string[] | undefined }> {
    const output = spec.output.parse(await spec.run(ctx, input))
    return { text: JSON.stringify(output), tags: spec.tags?.(output) }
  }

  /** The entry in front keeps the same, compressed, when it keeps anything: then this process does not. */
  function keptText(ctx: Ctx, input: z.output<I>, { as, part = () => undefined }: Kept<z.output<I>>): Promise<Found> {
    const key = cacheKey(as, part(input) ?? (input as Record<string, unknown>))
    return keepText(as, key, { inProcess: env.ANSWERS_MEMORY_MB === 0 }, async () => {
      const { text, tags = [] } = await made(ctx, input)
      return { text, tags }
    })
  }

  function count(headers: Headers, { actor, clientAddress, requestId }: Ctx): Promise<Verdict[]> {
    return countRequest({ actor, clientAddress, requestId, countedAs: headers.get(COUNTED_HEADER), isWrite, limit: spec.limit })
  }

  /** A public answer is made for nobody, but a program that says who it is has the limits of its account for it. */
  async function whoCounts(headers: Headers, caller: Ctx): Promise<Ctx> {
    if (spec.publicSeconds === undefined || !headers.has('authorization') || standingOf(caller.clientAddress).isExempt) return caller
    const known = await identify(headers).catch((error: unknown) => {
      if (isDomainError(error)) return { ctx: caller }
      throw error
    })
    return known.ctx
  }

  /** An answer that is the same for everybody asks for nobody. */
  async function callerOf(headers: Headers): Promise<Ctx> {
    if (spec.publicSeconds !== undefined) return anonymousCtx(headers)
    const { ctx, by } = await identify(headers, { createGuest: spec.createsCart })
    if (isWrite && by === 'cookie') requireOwnOrigin(headers)
    if (isWrite && by === 'nothing') requireNoForeignOrigin(headers)
    return ctx
  }
}

function withLimits(response: Response, verdicts: Verdict[]): Response {
  if (verdicts.length > 0) for (const [name, value] of Object.entries(limitHeaders(verdicts))) response.headers.set(name, value)
  return response
}

function withParams(sent: unknown, params: Record<string, unknown>): unknown {
  if (Object.keys(params).length === 0) return sent
  if (sent === null || typeof sent !== 'object' || Array.isArray(sent))
    throw new DomainError('malformed', { detail: 'The body has to be a JSON object.' })
  return { ...sent, ...params }
}

/** Source: draft-ietf-httpapi-idempotency-key-header. */
function withIdempotencyKey(ctx: Ctx, headers: Headers, need: RouteSpec<z.ZodType, z.ZodType>['idempotency']): Ctx {
  if (!need) return ctx
  const key = headers.get('idempotency-key')
  if (key === null) {
    if (need === 'optional') return ctx
    throw new DomainError('idempotency_key_missing', {
      detail: 'Send a new Idempotency-Key, for example a UUID, with each new request, and the same one when you repeat it.',
    })
  }
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw new DomainError('invalid_input', { detail: 'An Idempotency-Key has 8 to 200 visible ASCII characters without spaces.' })
  }
  return { ...ctx, idempotencyKey: key }
}

function answer(spec: { status?: number }, text: string, requestId: string, { answerCookies = [] }: Ctx): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'x-request-id': requestId, 'cache-control': 'private, no-store' })
  for (const cookie of answerCookies) headers.append('set-cookie', serializeCookie(cookie))
  return new Response(text, { status: spec.status ?? 200, headers })
}

function publicAnswer(
  request: Request,
  seconds: number,
  { text, ageSeconds = 0 }: { text: string; ageSeconds?: number },
  requestId: string,
): Response {
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`
  const headers = new Headers({
    'content-type': 'application/json',
    'x-request-id': requestId,
    'cache-control': `public, max-age=0, s-maxage=${seconds}, must-revalidate`,
    etag,
    ...(ageSeconds > 0 ? { age: String(ageSeconds) } : {}),
  })
  const known = request.headers.get('if-none-match')
  if (known !== null && isKnownTag(known, etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { status: 200, headers })
}
