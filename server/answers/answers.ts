import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import type { InvalidationTail } from '@/lib/platform/cache/invalidation-tail'
import type { PageViews } from '@/lib/platform/cache/page-views'
import { lifecycle } from '@/lib/platform/lifecycle'
import { CLIENT_ADDRESS_HEADER, REQUEST_ID_HEADER } from '@/lib/web/context'
import { COUNTED_HEADER } from '@/lib/web/limits'
import { type AnswerAddress, addressOf, isPersonal } from './address'
import { createAnswerMemory } from './answer-memory'
import { countAnswers } from './answer-metrics'
import { type Encoding, encode, encodingFor } from './encodings'
import { entityTagOf, type KeptAnswer, keptAnswerOf } from './kept-answer'
import { type Handle, type MadeAnswer, makeAnswer } from './make-answer'
import { asksToExplain, mayExplain } from './may-explain'
import { replayAnswer, sendKept } from './send-answer'
import { type Lifetime, lifetimeOf } from './storable'

/** Public answers from the entry's memory, finished and compressed; what is not there is made by Next once, and kept when it may be. */
export type Answers = {
  /** True when the answer was there and has been given. */
  fromMemory(request: IncomingMessage, response: ServerResponse): boolean
  /** Makes the answer and gives it; null when the request is not one whose answer may be shared. */
  make(request: IncomingMessage, response: ServerResponse): Promise<void> | null
}

/** An answer that is being made, for all who asked meanwhile. */
type Flight = { since: number; made: Promise<MadeAnswer>; encoded: Map<Encoding, Promise<KeptAnswer>> }

type Options = { views?: Pick<PageViews, 'count'> }

/** `views` hears of each page that was given. */
export function createAnswers(
  bytes: number,
  handle: Handle,
  tail: Pick<InvalidationTail, 'isCurrent' | 'refresh'>,
  { views }: Options = {},
): Answers {
  const memory = createAnswerMemory(bytes)
  const flights = new Map<string, Flight>()
  const counted = countAnswers(memory)
  invalidationListeners().add((tags) => memory.drop(tags))

  /** The hot path: nothing here waits, parses an address that is known as it stands, or copies a body. */
  function fromMemory(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '/', headers } = request
    if ((method !== 'GET' && method !== 'HEAD') || lifecycle.isStopping || isPersonal(headers) || asksToExplain(request)) return false
    const key = headers.rsc === undefined && !url.includes('?') ? url : addressOf(request)?.key
    if (key === undefined || !tail.isCurrent()) return false
    const kept = usable(key, encodingFor(headers['accept-encoding']))
    if (!kept) return false
    sendKept(request, response, kept, randomUUID(), null)
    views?.count(key)
    return true
  }

  /** Past its time an answer serves only while another is being made, and only when it says that it may. */
  function usable(key: string, encoding: Encoding): KeptAnswer | undefined {
    const kept = memory.get(`${encoding} ${key}`)
    if (!kept) return undefined
    const now = Date.now()
    if (now < kept.freshUntil) counted.hit++
    else if (now < kept.staleUntil && flights.has(key)) counted.stale++
    else return undefined
    return kept
  }

  function make(request: IncomingMessage, response: ServerResponse): Promise<void> | null {
    const address = addressOf(request)
    return address && answer(address, request, response)
  }

  async function answer(address: AnswerAddress, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding'])
    const requestId = String(request.headers[REQUEST_ID_HEADER])
    const isExplained = asksToExplain(request) && (await mayExplain(request))
    await tail.refresh()
    const kept = usable(address.key, encoding)
    if (kept) return sendKept(request, response, kept, requestId, isExplained ? { how: Date.now() < kept.freshUntil ? 'hit' : 'stale' } : null)
    // As long as this request lasts, the memory remembers what falls.
    memory.begin()
    try {
      const { flight, isOwn } = await flightFor(address, request)
      if (!flight) return void (await handle(request, response))
      const made = await flight.made
      const lifetime = lifetimeOf(made)
      if (!lifetime) return replayAnswer(request, response, made)
      const how = isOwn ? 'miss' : 'joined'
      counted[how]++
      views?.count(address.key)
      const finished = await encoded(flight, made, lifetime, address, encoding)
      sendKept(request, response, finished, requestId, isExplained ? { how, source: made.source } : null)
    } finally {
      memory.end()
    }
  }

  /**
   * The flight whose answer this request may have. One that began before the request is good as long as nothing fell since that it
   * depends on; then one that began afterwards is. Null when the answer is not for sharing: everybody asks for themselves.
   */
  async function flightFor(address: AnswerAddress, request: IncomingMessage): Promise<{ flight: Flight | null; isOwn: boolean }> {
    for (const wasThere of [true, false]) {
      const joined = flights.get(address.key)
      if (!joined) return { flight: begin(address, request), isOwn: true }
      const made = await joined.made.catch(() => null)
      if (!made || !lifetimeOf(made)) break
      if (!wasThere || !memory.hasFallen(made.tags, joined.since)) return { flight: joined, isOwn: false }
    }
    return { flight: null, isOwn: false }
  }

  function begin(address: AnswerAddress, { headers }: IncomingMessage): Flight {
    const since = memory.now()
    const identity = {
      [REQUEST_ID_HEADER]: String(headers[REQUEST_ID_HEADER]),
      [CLIENT_ADDRESS_HEADER]: String(headers[CLIENT_ADDRESS_HEADER]),
      // The entry has counted whoever asks; making the answer is no request of theirs.
      [COUNTED_HEADER]: 'shop',
    }
    const made = makeAnswer(handle, address, identity).finally(() => flights.delete(address.key))
    const flight = { since, made, encoded: new Map() }
    flights.set(address.key, flight)
    if (address.document) void renewBehind(address.document, made, identity)
    return flight
  }

  /** A payload that is past its time stays so until somebody asks for its document. */
  async function renewBehind(document: AnswerAddress, payload: Promise<MadeAnswer>, identity: Record<string, string>): Promise<void> {
    // Who asked for the payload hears of its failure; that of the document would come again with the next payload.
    const made = await payload.catch(() => null)
    if (made?.isOld && !flights.has(document.key)) await makeAnswer(handle, document, identity).catch(() => null)
  }

  /** Compressed once for each encoding that somebody wants, and kept. */
  function encoded(flight: Flight, made: MadeAnswer, lifetime: Lifetime, { key, isQuery }: AnswerAddress, wanted: Encoding): Promise<KeptAnswer> {
    const known = flight.encoded.get(wanted)
    if (known) return known
    const { tags } = made
    const etag = entityTagOf(made.body)
    const finished = encode(made.body, wanted).then(({ encoding, body }) => {
      const kept = keptAnswerOf(made, { body, encoding, etag, tags: tags ?? [] }, lifetime)
      if (tags) memory.keep(`${wanted} ${key}`, kept, flight.since, isQuery)
      return kept
    })
    flight.encoded.set(wanted, finished)
    return finished
  }

  return { fromMemory, make }
}
