import { createHash } from 'node:crypto'
import type { Encoding } from './encodings'
import type { MadeAnswer } from './make-answer'
import type { Lifetime } from './storable'

/** A finished answer in one encoding. Times in milliseconds. */
export type KeptAnswer = {
  body: Buffer
  /** Names and values in turn, as writeHead takes them; the values at `ID_AT` and `AGE_AT` are set anew for each answer. */
  head: string[]
  /** The same for a 304, which has no body to describe. */
  headOf304: string[]
  etag: string
  tags: string[]
  madeAt: number
  freshUntil: number
  staleUntil: number
}

export const ID_AT = 1
export const AGE_AT = 3

/** Said anew for each answer, about the encoded body, or about Next's own cache. */
const leftOut = new Set(
  ['x-request-id', 'age', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'etag', 'vary'].concat(
    'x-nextjs-cache',
  ),
)
const aboutBody = /^(?:content-|link$|x-nextjs-)/

export function keptAnswerOf(
  { headers, madeAt }: Pick<MadeAnswer, 'headers' | 'madeAt'>,
  { body, encoding, etag, tags }: { body: Buffer; encoding: Encoding; etag: string; tags: string[] },
  { freshSeconds, staleSeconds }: Lifetime,
): KeptAnswer {
  const pairs: [string, string][] = [
    ['X-Request-Id', ''],
    ['Age', '0'],
    ...[...headers].filter(([name]) => !leftOut.has(name)).map(([name, value]): [string, string] => [shared(name), shared(value)]),
    ['Vary', shared(varyOf(headers))],
    ['ETag', etag],
    ...(encoding === 'identity' ? [] : ([['Content-Encoding', encoding]] satisfies [string, string][])),
    ['Content-Length', String(body.length)],
  ]
  const freshUntil = madeAt + freshSeconds * 1000
  return {
    body,
    head: pairs.flat(),
    headOf304: pairs.filter(([name]) => !aboutBody.test(name.toLowerCase())).flat(),
    etag,
    tags,
    madeAt,
    freshUntil,
    staleUntil: freshUntil + staleSeconds * 1000,
  }
}

/** Weak, because the encodings of one body share it (RFC 9110, section 8.8.3.3). */
export const entityTagOf = (body: Buffer): string => `W/"${createHash('sha1').update(body).digest('base64url')}"`

function varyOf(headers: Headers): string {
  const vary = headers.get('vary') ?? ''
  return /\baccept-encoding\b/i.test(vary) ? vary : [vary, 'Accept-Encoding'].filter(Boolean).join(', ')
}

const MOST_TEXTS = 500
const texts = new Map<string, string>()

/** Thousands of answers have the same security headers: one copy of each. */
function shared(text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size < MOST_TEXTS) texts.set(text, text)
  return text
}
