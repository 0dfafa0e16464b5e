import { AsyncResource } from 'node:async_hooks'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reportAnswer } from '@/lib/platform/cache/answer-report'
import { applyInvalidation, invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import { metrics } from '@/lib/platform/metrics/metrics'
import { createAnswers } from './answers'

/* Next is a function here that answers when the test says so; the entry's memory in front of it is the real one. */

let server: Server
let url: string
/** What Next was asked, and how to let it answer. */
let asked: { url: string; answer(body: string, headers?: Record<string, string | string[]>, status?: number): void; fail(): void }[]

beforeEach(async () => {
  asked = []
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    new Promise<void>((resolve, reject) => {
      asked.push({
        url: request.url ?? '',
        // In the context of the request, as Next would, and not in that of the test.
        answer: AsyncResource.bind(
          (
            body: string,
            headers: Record<string, string | string[]> = { 'cache-control': 's-maxage=60, stale-while-revalidate=60' },
            status = 200,
          ) => {
            reportAnswer({ tags: ['price'] })
            response.writeHead(status, headers)
            response.end(body)
            resolve()
          },
        ),
        fail: () => reject(new Error('Next broke')),
      })
    })
  const answers = createAnswers(1_000_000, handle, { isCurrent: () => true, refresh: async () => {} })
  server = createServer((request, response) => {
    if (answers.fromMemory(request, response)) return
    request.headers['x-request-id'] = 'of-this-request'
    const made = answers.make(request, response) ?? handle(request, response)
    made.catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
  invalidationListeners().clear()
  for (const name of ['total', 'bytes', 'entries']) metrics.registry.removeSingleMetric(`highstreet_answers_${name}`)
})

const get = async (path = '/p/lamp') => {
  const response = await fetch(url + path)
  return `${response.status} ${await response.text()}`
}
const untilAsked = (times: number) => expect.poll(() => asked.length).toBe(times)
/** Let requests that are on their way arrive. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 30))
const ask = (turn: number) => {
  const one = asked[turn]
  if (!one) throw new Error('Next was not asked')
  return one
}

test('many who ask at once are answered by one making, and who asks later by the memory', async () => {
  const first = Array.from({ length: 20 }, () => get())
  await untilAsked(1)
  await soon()
  ask(0).answer('one')
  expect(new Set(await Promise.all(first))).toEqual(new Set(['200 one']))
  expect(await get()).toBe('200 one')
  expect(asked).toHaveLength(1)
})

test('who comes after a price fell does not get the answer that was begun before, and it is not kept', async () => {
  const early = get()
  await untilAsked(1)
  applyInvalidation(['price'])
  const late = [get(), get()]
  await soon()
  ask(0).answer('old')
  expect(await early).toBe('200 old')
  await untilAsked(2)
  ask(1).answer('new')
  expect(await Promise.all(late)).toEqual(['200 new', '200 new'])
  expect(await get()).toBe('200 new')
  expect(asked).toHaveLength(2)
})

test('what fell is gone at once, whatever time it had left', async () => {
  const first = get()
  await untilAsked(1)
  ask(0).answer('one')
  await first
  applyInvalidation(['price'])
  const second = get()
  await untilAsked(2)
  ask(1).answer('two')
  expect(await second).toBe('200 two')
})

test('past its time an answer serves while another is made, but never once it fell', async () => {
  const first = get()
  await untilAsked(1)
  ask(0).answer('one')
  await first
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 70_000 })
  const leader = get()
  await untilAsked(2)
  expect(await get()).toBe('200 one')
  applyInvalidation(['price'])
  const late = get()
  await soon()
  ask(1).answer('two')
  expect(await leader).toBe('200 two')
  await untilAsked(3)
  ask(2).answer('three')
  expect(await late).toBe('200 three')
})

test('an answer that has to be asked for again is never served past its time', async () => {
  const strict = { 'cache-control': 'public, s-maxage=60, must-revalidate' }
  const first = get()
  await untilAsked(1)
  ask(0).answer('one', strict)
  await first
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 70_000 })
  const [leader, other] = [get(), get()]
  await untilAsked(2)
  await soon()
  ask(1).answer('two', strict)
  expect(await Promise.all([leader, other])).toEqual(['200 two', '200 two'])
})

test('when the making fails, or is a refusal, everybody asks for themselves', async () => {
  for (const end of ['fail', 'refuse'] as const) {
    asked = []
    const leader = get()
    await untilAsked(1)
    const other = get()
    await soon()
    if (end === 'fail') ask(0).fail()
    else ask(0).answer('nothing here', {}, 404)
    expect(await leader).toBe(end === 'fail' ? '500 ' : '404 nothing here')
    await untilAsked(2)
    ask(1).answer('own answer')
    expect(await other).toBe('200 own answer')
  }
})

test('an address that leads on is said once, and no browser keeps it', async () => {
  const response = fetch(`${url}/p/old`, { redirect: 'manual' })
  await untilAsked(1)
  ask(0).answer('', { location: ['/p/new', '/p/new'], 'cache-control': 's-maxage=60' }, 308)
  const { status, headers } = await response
  expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([308, '/p/new', 'public, max-age=0, must-revalidate'])
})
