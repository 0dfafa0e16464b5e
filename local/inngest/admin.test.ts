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

type Listed = { id: string; function_id: string; status: string; error: { message: string } | null; attempt: number | null }
type Shown = Listed & { steps: { name: string; attempts: number; is_settled: boolean; waits_until: string | null }[] }
type ListedFunction = { id: string; next_tick_at: string | null; running: number; failed: number }

test('a failed run is found with its steps, and goes on from the step that failed', async () => {
  const did: string[] = []
  let isBroken = true
  const fn = client.createFunction({ id: 'breaking', retries: 1, triggers: { event: 'a' } }, async ({ step }) => {
    await step.run('works', () => did.push('works'))
    await step.run('breaks', () => {
      if (isBroken) throw new NonRetriableError('broken')
      did.push('mended')
    })
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  const { data } = await world.admin<{ data: Listed[] }>('GET', 'runs?status=failed')
  expect(data).toMatchObject([{ function_id: 'app-breaking', status: 'failed', error: { message: 'broken' } }])
  const id = data[0]?.id ?? ''
  const shown = await world.admin<Shown>('GET', `runs/${id}`)
  expect(shown.steps).toMatchObject([
    { name: 'works', attempts: 1, is_settled: true },
    { name: 'breaks', attempts: 1, is_settled: true },
  ])
  isBroken = false
  await world.admin('POST', `runs/${id}/retry`)
  await world.settled()
  expect([did, (await world.runs()).map(({ status }) => status)]).toEqual([['works', 'mended'], ['completed']])
  await expect(world.admin('POST', `runs/${id}/retry`)).rejects.toThrow('409')
})

test('a run that waits is shown with what it waits for, and can be cancelled', async () => {
  const fn = client.createFunction({ id: 'waiting', triggers: [{ event: 'a' }, { cron: '0 9 * * *' }] }, async ({ step }) => {
    await step.sleep('a day', '1d')
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  const [run] = await world.runs()
  const { steps } = await world.admin<Shown>('GET', `runs/${run?.id}`)
  expect(steps).toMatchObject([{ name: 'a day', is_settled: false, waits_until: new Date(world.now().getTime() + 86_400_000).toISOString() }])
  const { data } = await world.admin<{ data: ListedFunction[] }>('GET', 'functions')
  expect(data).toMatchObject([{ id: 'app-waiting', running: 1, failed: 0, next_tick_at: expect.stringContaining('T09:00') }])
  await world.admin('POST', `runs/${run?.id}/cancellation`)
  expect((await world.runs()).map(({ status }) => status)).toEqual(['cancelled'])
})

test('runs are listed newest first, page by page, of one function or of all', async () => {
  const make = (id: string) => client.createFunction({ id, triggers: { event: 'a' } }, async () => {})
  world = await startJobsWorld({ client, functions: [make('one'), make('two')] })
  for (let turn = 0; turn < 3; turn++) {
    await world.send({ name: 'a', data: {} })
    await world.advance('1s')
  }
  const first = await world.admin<{ data: Listed[] }>('GET', 'runs?limit=4')
  const rest = await world.admin<{ data: Listed[] }>('GET', `runs?limit=4&before=${first.data[3]?.id}`)
  expect([first.data.length, rest.data.length]).toEqual([4, 2])
  const ofOne = await world.admin<{ data: Listed[] }>('GET', 'runs?function=app-one')
  expect(ofOne.data.map(({ function_id }) => function_id)).toEqual(Array(3).fill('app-one'))
})

test('an app that is not there uses up no attempts', async () => {
  const fn = client.createFunction({ id: 'patient', retries: 0, triggers: { event: 'a' } }, async () => 'at last')
  world = await startJobsWorld({ client, functions: [fn] })
  await world.appIsDown(async () => {
    await world?.send({ name: 'a', data: {} })
    await world?.advance('10s')
    expect((await world?.runs())?.map(({ status }) => status)).toEqual(['running'])
  })
  await world.advance('10s')
  expect(await world.runs()).toMatchObject([{ status: 'completed', output: 'at last' }])
})

test('an instance that does not serve a function uses up no attempts; a function that is gone fails', async () => {
  const make = (id: string) => client.createFunction({ id, retries: 0, triggers: { event: 'a' } }, async ({ step }) => step.sleep('pause', '1h'))
  const [goes, stays] = [make('goes'), make('stays')]
  world = await startJobsWorld({ client, functions: [goes, stays] })
  await world.send({ name: 'a', data: {} })
  await world.serve([stays], { isRegistered: false })
  await world.advance('61m')
  expect((await world.runs()).map((run) => `${run.function} ${run.status}`)).toEqual(['goes running', 'stays completed'])
  await world.serve([stays])
  await world.advance('1m')
  expect((await world.runs('goes')).map(({ status }) => status)).toEqual(['failed'])
})

test('a run that went well is forgotten after a day, one that failed after a week', async () => {
  const fn = client.createFunction({ id: 'old', retries: 0, triggers: { event: 'a' } }, async ({ event }) => {
    if (event.data.fails) throw new Error('no')
  })
  world = await startJobsWorld({ client, functions: [fn] })
  const left = async () => {
    await world?.upkeep()
    return (await world?.runs())?.map(({ status }) => status)
  }
  await world.send([
    { name: 'a', data: {} },
    { name: 'a', data: { fails: true } },
  ])
  await world.advance('23h')
  expect((await left())?.toSorted()).toEqual(['completed', 'failed'])
  await world.advance('2h')
  expect(await left()).toEqual(['failed'])
  await world.advance('5d')
  expect(await left()).toEqual(['failed'])
  await world.advance('2d')
  expect(await left()).toEqual([])
})
