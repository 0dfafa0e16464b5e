import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { transaction } from '@/db/transaction'
import { aggregateOf, type DomainEvent } from '@/lib/core/events'
import { type CartId, newId, type OrderId } from '@/lib/core/ids'
import { announceOutbox } from '@/lib/platform/events/announce-outbox'
import { publish } from '@/lib/platform/events/publish'
import { metrics } from '@/lib/platform/metrics/metrics'
import { claimOutbox } from './claim-outbox'
import { dispatchOutbox, MAX_ATTEMPTS } from './dispatch-outbox'
import type { OutgoingEvent, SendOutcome } from './send-events'
import { startDispatcher } from './start-dispatcher'
import { watchOutbox } from './watch-outbox'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent'
})

beforeEach(() => database().execute(sql`delete from outbox`))

const commit = (...events: DomainEvent[]) => transaction(async (tx) => publish(tx, ...events))
const cartChanged = (cartId = newId<CartId>()): DomainEvent => ({ type: 'cart.changed', cartId })
const orderEvents = (orderId = newId<OrderId>()): DomainEvent[] =>
  (['order.placed', 'order.paid', 'order.shipped'] as const).map((type) => ({ type, orderId, orderNumber: 'HS-1' }))
const many = (count: number) => Array.from({ length: count }, () => cartChanged())

/** What arrived, in its order; `refuse` and `isDown` are what Inngest then says. */
function inngest({ refuse = () => false, isDown = () => false }: { refuse?(event: OutgoingEvent): boolean; isDown?(): boolean } = {}) {
  const received: OutgoingEvent[] = []
  const send = async (events: OutgoingEvent[]): Promise<SendOutcome> => {
    if (isDown()) return { outcome: 'unavailable', reason: 'down' }
    if (events.some(refuse)) return { outcome: 'refused', reason: 'bad' }
    received.push(...events)
    return { outcome: 'accepted' }
  }
  return { received, send }
}

type Row = { type: string; attempts: number; is_delivered: boolean; is_parked: boolean; last_error: string | null; due_in: number }
const rows = () =>
  database().execute<Row>(sql`
    select type, attempts, delivered_at is not null as is_delivered, parked_at is not null as is_parked, last_error,
      extract(epoch from next_attempt_at - now())::float as due_in
    from outbox order by seq`)

/** As when so much time had gone by. */
const pass = (seconds: number) =>
  database().execute(sql`
    update outbox set next_attempt_at = next_attempt_at - make_interval(secs => ${seconds}), lease_until = lease_until - make_interval(secs => ${seconds})`)

test('an event is delivered under its id and name, with what it says, and only once', async () => {
  const [placed] = orderEvents()
  await commit(placed as DomainEvent)
  const { received, send } = inngest()
  expect(await dispatchOutbox({ send })).toEqual({ delivered: 1, parked: 0, isUnavailable: false })
  const [row] = await database().execute<{ id: string }>(sql`select id from outbox`)
  const { type: name, ...data } = placed as DomainEvent
  expect(received).toEqual([{ id: row?.id, name, data, ts: expect.any(Number) }])
  expect(Math.abs(Date.now() - (received[0]?.ts ?? 0))).toBeLessThan(10_000)
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 0 })
})

test('the events of an aggregate arrive in their order, also when several dispatchers and other aggregates are at work', async () => {
  const orders = Array.from({ length: 20 }, () => orderEvents())
  for (const events of orders) await commit(...events)
  const { received, send } = inngest()
  const slow = async (events: OutgoingEvent[]) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
    return send(events)
  }
  while ((await rows()).some((row) => !row.is_delivered)) await Promise.all([1, 2, 3, 4].map(() => dispatchOutbox({ send: slow, batch: 2 })))
  expect(received).toHaveLength(60)
  for (const events of orders) {
    const { id } = aggregateOf(events[0] as DomainEvent)
    expect(received.filter(({ data }) => data.orderId === id).map(({ name }) => name)).toEqual(['order.placed', 'order.paid', 'order.shipped'])
  }
})

test('eight dispatchers deliver 400 events once each', async () => {
  await commit(...many(400))
  const { received, send } = inngest()
  const totals = await Promise.all(Array.from({ length: 8 }, () => dispatchOutbox({ send, batch: 20 })))
  expect(totals.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(400)
  expect(new Set(received.map(({ id }) => id)).size).toBe(400)
  expect(received).toHaveLength(400)
})

test('what a dispatcher took before it died is delivered by another when its lease is over, and not before', async () => {
  await commit(...orderEvents())
  expect(await claimOutbox(10)).toHaveLength(1)
  const { received, send } = inngest()
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 0 })
  await pass(29)
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 0 })
  await pass(2)
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 3 })
  expect(received.map(({ name }) => name)).toEqual(['order.placed', 'order.paid', 'order.shipped'])
})

test('an event that is refused holds back its own aggregate only, waits longer each time, and is parked after five tries', async () => {
  const [placed, paid] = orderEvents() as [DomainEvent, DomainEvent]
  await commit(placed, ...many(5), paid)
  const { received, send } = inngest({ refuse: ({ name }) => name === 'order.placed' })
  expect(await dispatchOutbox({ send })).toEqual({ delivered: 5, parked: 0, isUnavailable: false })
  const waits: number[] = []
  for (let tries = 1; tries < MAX_ATTEMPTS; tries++) {
    const [row] = await rows()
    expect(row).toMatchObject({ attempts: tries, is_parked: false, last_error: 'bad' })
    waits.push(Math.round(row?.due_in ?? 0))
    expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 0, parked: 0 })
    await pass(waits.at(-1) ?? 0)
    if (tries < MAX_ATTEMPTS - 1) expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 0, parked: 0 })
  }
  expect(waits).toEqual([5, 30, 120, 600])
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 1, parked: 1 })
  expect((await rows())[0]).toMatchObject({ is_parked: true, is_delivered: false })
  expect(received.at(-1)?.name).toBe('order.paid')
})

test('a thousand events that are held back hide none behind them', async () => {
  await database().execute(sql`
    insert into outbox (id, type, aggregate_type, aggregate_id, payload)
    select gen_random_uuid(), 'cart.changed', 'cart', 'one', ${JSON.stringify(cartChanged())}::jsonb from generate_series(1, 1200)`)
  expect(await claimOutbox(10)).toHaveLength(1)
  await commit(...many(3))
  const { received, send } = inngest()
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 3 })
  expect(received).toHaveLength(3)
})

test('while Inngest is down events wait without losing a try, and all arrive when it is back', async () => {
  await commit(...orderEvents(), ...many(3))
  let isDown = true
  const { received, send } = inngest({ isDown: () => isDown })
  for (let tries = 0; tries < MAX_ATTEMPTS + 2; tries++) expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 0, isUnavailable: true })
  expect((await rows()).map(({ attempts, is_parked }) => [attempts, is_parked])).toEqual(Array(6).fill([0, false]))
  isDown = false
  expect(await dispatchOutbox({ send })).toMatchObject({ delivered: 6 })
  expect(received).toHaveLength(6)
})

test('a commit of this process wakes the dispatcher at once, and a NOTIFY does for one of another process', async () => {
  const { received, send } = inngest()
  const dispatcher = startDispatcher({ dispatch: (options) => dispatchOutbox({ ...options, send }), lookEveryMs: 60_000 })
  try {
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (let turn = 1; turn <= 5; turn++) {
      await commit(cartChanged())
      await vi.waitFor(() => expect(received).toHaveLength(turn), { timeout: 5_000, interval: 2 })
    }
    // Written as another process writes it: nobody here is told.
    await database().execute(sql`
      insert into outbox (id, type, aggregate_type, aggregate_id, payload)
      values (${newId()}, 'cart.changed', 'cart', 'x', ${JSON.stringify(cartChanged())}::jsonb)`)
    await announceOutbox()
    await vi.waitFor(() => expect(received).toHaveLength(6), { timeout: 5_000, interval: 2 })
  } finally {
    await dispatcher.stop()
  }
})

test('whoever listens does so again when its connection was ended', async () => {
  const { received, send } = inngest()
  const dispatcher = startDispatcher({ dispatch: (options) => dispatchOutbox({ ...options, send }), lookEveryMs: 60_000 })
  const listeners = () =>
    database().execute<{ pid: number }>(
      sql`select pid from pg_stat_activity where datname = current_database() and query = 'listen highstreet_outbox'`,
    )
  try {
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), { timeout: 5_000 })
    const pid = (await listeners())[0]?.pid ?? 0
    await database().execute(sql`select pg_terminate_backend(${pid}::int)`)
    await vi.waitFor(async () => expect((await listeners()).filter((one) => one.pid !== pid)).toHaveLength(1), { timeout: 10_000 })
    await database().execute(sql`
      insert into outbox (id, type, aggregate_type, aggregate_id, payload)
      values (${newId()}, 'cart.changed', 'cart', 'x', ${JSON.stringify(cartChanged())}::jsonb)`)
    await announceOutbox()
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 5_000 })
  } finally {
    await dispatcher.stop()
  }
})

test('how long events wait and how many were given up is told', async () => {
  await commit(...many(2))
  await database().execute(sql`update outbox set created_at = created_at - interval '90 seconds'`)
  await watchOutbox()
  const seen = async (name: string) => (await metrics.registry.getSingleMetric(name)?.get())?.values[0]?.value
  expect(await seen('highstreet_outbox_waiting_seconds')).toBeGreaterThan(89)
  await database().execute(sql`update outbox set parked_at = now()`)
  await watchOutbox()
  expect([await seen('highstreet_outbox_waiting_seconds'), await seen('highstreet_outbox_parked')]).toEqual([0, 2])
})

test('what nobody was woken for is found by looking', async () => {
  const { received, send } = inngest()
  const dispatcher = startDispatcher({ dispatch: (options) => dispatchOutbox({ ...options, send }), listenUrl: null, lookEveryMs: 50 })
  try {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await database().execute(sql`
      insert into outbox (id, type, aggregate_type, aggregate_id, payload)
      values (${newId()}, 'cart.changed', 'cart', 'x', ${JSON.stringify(cartChanged())}::jsonb)`)
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 5_000 })
  } finally {
    await dispatcher.stop()
  }
})

test('a dispatcher goes on by itself after Postgres and Inngest were away', async () => {
  await commit(...many(3))
  const { received, send } = inngest()
  let turns = 0
  const dispatcher = startDispatcher({
    listenUrl: null,
    lookEveryMs: 20,
    dispatch: async (options) => {
      turns++
      if (turns === 1) throw new Error('The database is not reachable')
      return dispatchOutbox({ ...options, send: turns === 2 ? async () => ({ outcome: 'unavailable', reason: 'down' }) : send })
    },
  })
  try {
    await vi.waitFor(() => expect(received).toHaveLength(3), { timeout: 10_000 })
    await commit(cartChanged())
    await vi.waitFor(() => expect(received).toHaveLength(4), { timeout: 10_000 })
  } finally {
    await dispatcher.stop()
  }
})

test('a dispatcher that is stopped ends the batch under way and takes no other', async () => {
  await commit(...many(30))
  let sent = 0
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const send = async (events: OutgoingEvent[]): Promise<SendOutcome> => {
    begun()
    await new Promise((resolve) => setTimeout(resolve, 50))
    sent += events.length
    return { outcome: 'accepted' }
  }
  const dispatcher = startDispatcher({ dispatch: (options) => dispatchOutbox({ ...options, send, batch: 10 }), listenUrl: null })
  await hasBegun
  await dispatcher.stop()
  expect(sent).toBe(10)
  expect((await rows()).filter((row) => row.is_delivered)).toHaveLength(10)
})
