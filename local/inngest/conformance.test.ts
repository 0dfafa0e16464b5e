import { Inngest, NonRetriableError } from 'inngest'
import { afterEach, expect, test } from 'vitest'
import { type JobsWorld, startJobsWorld } from './testing/jobs-world'

const quiet = { info() {}, warn() {}, error() {}, debug() {} }
const client = new Inngest({ id: 'app', logger: quiet })

let world: JobsWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

const sequence = (seen: JobsWorld) => seen.calls.map(({ step, attempt, outcome }) => `${step ?? '-'} ${attempt}: ${outcome}`)

test('steps run one after another, each once, and sleep in between', async () => {
  const did: string[] = []
  const fn = client.createFunction({ id: 'plain', triggers: { event: 'a' } }, async ({ event, step }) => {
    const first = await step.run('first', () => did.push(`first ${event.data.n}`))
    await step.sleep('pause', '1h')
    const second = await step.run('second', () => did.push('second'))
    return { first, second }
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: { n: 7 } })
  expect(did).toEqual(['first 7'])
  await world.advance('59m')
  expect(did).toEqual(['first 7'])
  await world.advance('1m')
  expect(did).toEqual(['first 7', 'second'])
  expect(sequence(world)).toEqual(['- 0: StepRun first', '- 0: Sleep pause', '- 0: StepRun second', '- 0: finished'])
  expect(await world.runs()).toMatchObject([{ function: 'plain', status: 'completed', output: { first: 1, second: 2 }, error: null }])
})

test('a step that fails is tried again later and later, and a function may catch what failed for good', async () => {
  const fn = client.createFunction({ id: 'failing', retries: 2, triggers: { event: 'a' } }, async ({ step, attempt }) => {
    await step.run('fails', () => Promise.reject(new Error(`no ${attempt}`))).catch((error: Error) => error.message)
    throw new NonRetriableError('enough')
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  expect(sequence(world)).toEqual(['- 0: StepError fails'])
  await world.advance('15s')
  await world.advance('30s')
  expect(sequence(world)).toEqual(['- 0: StepError fails', '- 1: StepError fails', '- 2: StepFailed fails', '- 0: failed'])
  expect(await world.runs()).toMatchObject([{ status: 'failed', error: { name: 'NonRetriableError', message: 'enough' } }])
})

test('parallel steps are planned together, called by name, and the run goes on when the last one is done', async () => {
  const fn = client.createFunction({ id: 'parallel', triggers: { event: 'a' } }, async ({ step }) => {
    const [one, two] = await Promise.all([step.run('one', () => 1), step.run('two', () => 2)])
    return step.run('sum', () => one + two)
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  const [planned, ...rest] = sequence(world)
  expect(planned).toBe('- 0: StepPlanned one, StepPlanned two')
  expect(rest.slice(0, 2).sort()).toEqual(['one 0: StepRun one', 'two 0: StepRun two'])
  expect(rest.slice(2)).toEqual(['- 0: StepPlanned sum', 'sum 0: StepRun sum', '- 0: finished'])
  expect(await world.runs()).toMatchObject([{ status: 'completed', output: 3 }])
})

test('a wait ends with the event that fits, or with null when its time is over', async () => {
  const fn = client.createFunction({ id: 'waiting', triggers: { event: 'a' } }, async ({ step }) => {
    const paid = await step.waitForEvent('paid', { event: 'paid', timeout: '2h', if: 'event.data.id == async.data.id && async.data.sum > 10' })
    return paid?.data ?? null
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send([
    { name: 'a', data: { id: 'x' } },
    { name: 'a', data: { id: 'y' } },
  ])
  await world.send({ name: 'paid', data: { id: 'x', sum: 5 } })
  await world.send({ name: 'paid', data: { id: 'z', sum: 50 } })
  expect((await world.runs()).map(({ status }) => status)).toEqual(['running', 'running'])
  await world.send({ name: 'paid', data: { id: 'x', sum: 50 } })
  await world.advance('2h')
  expect(await world.runs()).toMatchObject([{ output: { id: 'x', sum: 50 } }, { output: null }])
})

test('a matching event cancels a run that sleeps', async () => {
  const did: string[] = []
  const fn = client.createFunction(
    { id: 'cancelled', triggers: { event: 'a' }, cancelOn: [{ event: 'stop', match: 'data.id' }] },
    async ({ step }) => {
      await step.sleep('pause', '1d')
      await step.run('late', () => did.push('late'))
    },
  )
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send([
    { name: 'a', data: { id: 1 } },
    { name: 'a', data: { id: 2 } },
  ])
  await world.send({ name: 'stop', data: { id: 1 } })
  await world.advance('1d')
  expect([(await world.runs()).map(({ status }) => status), did]).toEqual([['cancelled', 'completed'], ['late']])
})

test('schedules tick in their time zone, each tick once', async () => {
  const at: string[] = []
  const fn = client.createFunction({ id: 'daily', triggers: { cron: 'TZ=Europe/Vienna 30 9 * * *' } }, async ({ event }) => {
    at.push(new Date(event.ts ?? 0).toISOString())
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.advance('3d')
  expect(at.length).toBe(3)
  expect(new Set(at.map((moment) => moment.slice(11)))).toEqual(new Set([at[0]?.slice(11)]))
})

test('the same id of an event begins a run once in 24 hours', async () => {
  const fn = client.createFunction({ id: 'once', triggers: { event: 'a' } }, async () => 'done')
  world = await startJobsWorld({ client, functions: [fn] })
  for (let turn = 0; turn < 3; turn++) await world.send({ id: 'same', name: 'a', data: {} })
  expect((await world.runs()).length).toBe(1)
  await world.advance('25h')
  await world.send({ id: 'same', name: 'a', data: {} })
  expect((await world.runs()).length).toBe(2)
})
