import { Inngest } from 'inngest'
import { afterEach, expect, test } from 'vitest'
import { seededRandom, size } from '@/db/testing/seed'
import { stillClock } from './clock'
import { type JobsWorld, startJobsWorld } from './testing/jobs-world'

const quiet = { info() {}, warn() {}, error() {}, debug() {} }
const client = new Inngest({ id: 'app', logger: quiet })
const MINUTE_MS = 60_000

let world: JobsWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

/** A function that ticks each minute and notes which tick it was. */
function ticking() {
  const ticks: number[] = []
  const fn = client.createFunction({ id: 'ticking', triggers: { cron: '* * * * *' } }, async ({ event }) => {
    ticks.push(event.ts ?? 0)
  })
  return { ticks, fn }
}

test('P14: two executors over one schedule make each tick once', async () => {
  const { ticks, fn } = ticking()
  world = await startJobsWorld({ client, functions: [fn] })
  const own = stillClock()
  own.set(world.now().getTime())
  const second = await world.join(own)
  const minutes = size(20, 500)
  for (let minute = 0; minute < minutes; minute++) {
    own.set(world.now().getTime() + MINUTE_MS)
    second.wake()
    await Promise.all([world.advance('1m'), second.settled()])
  }
  await world.settled()
  await second.stop()
  expect([ticks.length, new Set(ticks).size]).toEqual([minutes, minutes])
})

test('P14: a clock that jumps, forwards and back, repeats no tick, and ticks go on', async () => {
  const random = seededRandom()
  const { ticks, fn } = ticking()
  world = await startJobsWorld({ client, functions: [fn] })
  const beganAt = world.now().getTime()
  for (let jump = 0; jump < size(15, 200); jump++) {
    await world.jump(new Date(beganAt + random.integer(0, 600) * MINUTE_MS))
    await world.upkeep()
    await world.advance('2m')
  }
  expect(new Set(ticks).size).toBe(ticks.length)
  await world.jump(new Date(beganAt + 700 * MINUTE_MS))
  const before = ticks.length
  await world.advance('10m')
  expect(ticks.length).toBe(before + 10)
})

test('a schedule that ran while nobody looked is made up for by one run, and one that is no longer registered ticks no more', async () => {
  const { ticks, fn } = ticking()
  world = await startJobsWorld({ client, functions: [fn] })
  await world.jump(new Date(world.now().getTime() + 60 * MINUTE_MS))
  expect(ticks.length).toBe(1)
  await world.serve([client.createFunction({ id: 'other', triggers: { event: 'a' } }, async () => {})])
  await world.advance('10m')
  expect(ticks.length).toBe(1)
})
