import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { seededRandom, size } from '@/db/testing/seed'
import { transaction } from '@/db/transaction'
import { newId, type OrderId } from '@/lib/core/ids'
import { publish } from '@/lib/platform/events/publish'
import type { OutgoingEvent } from './send-events'

/** Where a round is killed: before its batch was sent, after it arrived and before that was said, or anywhere. */
const places = ['claimed', 'received', 'anywhere'] as const

/** An Inngest that keeps each id once; while `isSilent` it takes events and says nothing. */
async function fakeInngest() {
  const state = { isSilent: false, arrivals: 0, kept: new Map<string, OutgoingEvent>(), received: () => {} }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    for (const event of JSON.parse(Buffer.concat(chunks).toString()) as OutgoingEvent[]) {
      state.arrivals++
      if (!state.kept.has(event.id)) state.kept.set(event.id, event)
    }
    state.received()
    if (!state.isSilent) response.end('{"ids":[],"status":200}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { state, close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const kinds = ['order.placed', 'order.paid', 'order.shipped', 'order.delivered'] as const
const waiting = async () => {
  const [row] = await database().execute<{ count: number }>(sql`select count(*)::int as count from outbox where delivered_at is null`)
  return row?.count ?? 0
}

const kills = size(5, 100)

test(`P13: a dispatcher that is killed ${kills} times loses no event, and keeps the order of each order's`, { timeout: 900_000 }, async () => {
  const random = seededRandom()
  await database().execute(sql`delete from outbox`)
  const { state, close, url } = await fakeInngest()
  const begin = (killAt: string) =>
    fork('db/testing/dispatch-and-be-killed.ts', {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, INNGEST_BASE_URL: url, INNGEST_EVENT_KEY: 'key', LOG_LEVEL: 'error', KILL_AT: killAt },
    })
  const ids: OrderId[] = []
  for (let round = 0; round < kills; round++) {
    for (let count = 0; count < 6; count++) {
      const orderId = newId<OrderId>()
      ids.push(orderId)
      await transaction(async (tx) => publish(tx, ...kinds.map((type) => ({ type, orderId, orderNumber: 'HS-1' }))))
    }
    const place = places[round % places.length]
    state.isSilent = place === 'received'
    const received = new Promise<void>((resolve) => {
      state.received = resolve
    })
    const child = begin(place ?? '')
    if (place === 'claimed') await once(child, 'message')
    else await received
    if (place === 'anywhere') await sleep(random.integer(0, 40))
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    // The next one does not wait for the lease.
    await database().execute(sql`update outbox set lease_until = now() where lease_until is not null`)
  }
  state.isSilent = false
  const last = begin('never')
  while ((await waiting()) > 0) await sleep(20)
  const gone = once(last, 'exit')
  last.kill('SIGKILL')
  await gone
  close()

  const kept = [...state.kept.values()]
  console.log(`P13: ${kills} kills, ${state.arrivals} arrivals of ${kept.length} events`)
  expect(kept).toHaveLength(ids.length * kinds.length)
  for (const id of ids) expect(kept.filter(({ data }) => data.orderId === id).map(({ name }) => name)).toEqual([...kinds])
  // Some were sent twice, or nothing was interrupted.
  expect(state.arrivals).toBeGreaterThan(kept.length)
})
