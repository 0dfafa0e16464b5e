import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { ListProducts, ProductFilters, SearchProducts } from '@/lib/catalog/schemas'
import { ListReviews } from '@/lib/reviews/schemas'

/**
 * An answer that may be kept: its name among those that are kept, and what Next is asked for it. Nothing else of a request reaches
 * Next when a kept answer is made, so neither a cookie nor a forged header can be in it.
 */
export type AnswerAddress = {
  key: string
  url: string
  headers: Record<string, string>
  /** Words and filters are countless; they have a share of the memory of their own, so that they push no page out. */
  isQuery: boolean
  /** The page to which a payload belongs: Next makes an old one anew only when the document is asked for. */
  document?: AnswerAddress
}

const LONGEST_QUERY = 500

/** Pages that read nothing from the request, with their client-navigation payloads. Anything but plain letters is left to Next. */
const page = /^\/(?:(?:c|p|pages)\/[A-Za-z0-9_-]{1,300})?$/

/** The parameters that each public list knows. An address with another one is not kept, for it would be another name of the same answer. */
const listParameters = new Map<string, Set<string>>([
  ['/api/v1/categories', new Set()],
  ['/api/v1/products', new Set(Object.keys(ListProducts.shape))],
  ['/api/v1/products/search', new Set(Object.keys(SearchProducts.shape))],
  ['/api/v1/products/facets', new Set(Object.keys(ProductFilters.shape))],
  ['/api/v1/products/suggest', new Set(['q'])],
  ['/api/v1/countries', new Set()],
  ['/api/v1/openapi.json', new Set()],
])

/** The same for addresses with a name in them. */
const namedParameters: [RegExp, Set<string>][] = [
  [/^\/api\/v1\/products\/[A-Za-z0-9_-]{1,300}$/, new Set()],
  [/^\/api\/v1\/products\/[A-Za-z0-9_-]{1,300}\/reviews$/, new Set(Object.keys(ListReviews.omit({ slug: true }).shape))],
  [/^\/api\/v1\/countries\/[A-Z]{2}$/, new Set()],
]

const parametersOf = (path: string) => listParameters.get(path) ?? namedParameters.find(([address]) => address.test(path))?.[1]

/** What is kept under this request's address; null when the request is not one whose answer may be kept. */
export function addressOf({ method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): AnswerAddress | null {
  if ((method !== 'GET' && method !== 'HEAD') || isPersonal(headers)) return null
  const start = url.indexOf('?')
  const path = start === -1 ? url : url.slice(0, start)
  const query = start === -1 ? '' : url.slice(start + 1)
  if (page.test(path)) return headers.rsc === undefined ? documentAddress(path) : payloadAddress(path, query, headers)
  const known = parametersOf(path)
  return known ? listAddress(path, query, known) : null
}

/** Who says who they are, or looks at a draft, gets no kept answer. Any other cookie is of no concern to what is public. */
export const isPersonal = (headers: IncomingHttpHeaders): boolean =>
  headers.authorization !== undefined ||
  headers['cart-token'] !== undefined ||
  (headers.cookie !== undefined && /__prerender_bypass|__next_preview_data/.test(headers.cookie))

/** The document of a static page is the same whatever its query says. */
const documentAddress = (path: string): AnswerAddress => ({ key: path, url: path, headers: {}, isQuery: false })

/**
 * What Next's router asks for at a page's address: the whole payload, or one segment ahead of time. A static page's payload does not
 * depend on where the browser comes from, which the other headers tell. The hash in `_rsc` has to fit all the same, or Next is to
 * redirect: a shared cache in front that heeds no Vary would otherwise keep a payload under the address of the document.
 */
function payloadAddress(path: string, query: string, headers: IncomingHttpHeaders): AnswerAddress | null {
  const prefetch = textOf(headers['next-router-prefetch'])
  const segment = textOf(headers['next-router-segment-prefetch'])
  if (headers.rsc !== '1' || new URLSearchParams(query).get('_rsc') !== hashOf(prefetch, segment, headers)) return null
  if (segment !== undefined && (prefetch !== '1' || !/^\/[\w$/!*.%=-]{1,300}$/.test(segment))) return null
  const asked = { rsc: '1', 'next-router-prefetch': '1', ...(segment === undefined ? {} : { 'next-router-segment-prefetch': segment }) }
  return {
    key: `${path} rsc ${segment ?? ''}`,
    url: `${path}?_rsc=${hashOf('1', segment, {})}`,
    headers: asked,
    isQuery: false,
    document: documentAddress(path),
  }
}

const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(',') : value)

/** As computeCacheBustingSearchParam of Next, without waiting for the digest. */
function hashOf(prefetch: string | undefined, segment: string | undefined, headers: IncomingHttpHeaders): string {
  const tree = textOf(headers['next-router-state-tree'])
  const from = textOf(headers['next-url'])
  if ((prefetch === undefined || prefetch === '0') && segment === undefined && tree === undefined && from === undefined) return ''
  const text = [prefetch ?? '0', segment ?? '0', tree ?? '0', from ?? '0'].join(',')
  return createHash('sha256').update(text).digest().subarray(0, 12).toString('base64url')
}

/** Parameters in another order are the same question. */
function listAddress(path: string, query: string, known: Set<string>): AnswerAddress | null {
  if (query === '') return { key: path, url: path, headers: {}, isQuery: false }
  if (query.length > LONGEST_QUERY) return null
  const parameters = new URLSearchParams(query)
  for (const name of parameters.keys()) if (!known.has(name)) return null
  parameters.sort()
  const url = `${path}?${parameters}`
  return { key: url, url, headers: {}, isQuery: true }
}
