import { Inngest, NonRetriableError, RetryAfterError } from 'inngest'
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
  expect(sequence(world)).toEqual(['- 0: WaitForEvent paid', '- 0: WaitForEvent paid', '- 0: finished', '- 0: finished'])
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
  expect(sequence(world)).toEqual(['- 0: Sleep pause', '- 0: Sleep pause', '- 0: StepRun late', '- 0: finished'])
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

test('sleeping until a date lasts until that date, and no time at all is over at once', async () => {
  const fn = client.createFunction({ id: 'dated', triggers: { event: 'a' } }, async ({ event, step }) => {
    await step.sleep('nothing', 0)
    await step.sleepUntil('day', event.data.until)
  })
  world = await startJobsWorld({ client, functions: [fn] })
  const until = new Date(world.now().getTime() + 90_000)
  await world.send({ name: 'a', data: { until: until.toISOString() } })
  expect(sequence(world)).toEqual(['- 0: Sleep nothing', '- 0: Sleep day'])
  await world.advance('89s')
  expect((await world.runs())[0]?.status).toBe('running')
  await world.advance('1s')
  expect((await world.runs())[0]?.status).toBe('completed')
})

test('a parallel step that fails is tried again by itself, as late as it asks for', async () => {
  const tries: number[] = []
  const fn = client.createFunction({ id: 'later', triggers: { event: 'a' } }, async ({ step, attempt }) => {
    const busy = () => {
      tries.push(attempt)
      if (attempt === 0) throw new RetryAfterError('busy', '10m')
      return 'in the end'
    }
    return Promise.all([step.run('busy', busy), step.run('free', () => 'at once')])
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  await world.advance('9m')
  expect(tries).toEqual([0])
  await world.advance('1m')
  expect(tries).toEqual([0, 1])
  expect(await world.runs()).toMatchObject([{ status: 'completed', output: ['in the end', 'at once'] }])
  expect(sequence(world).filter((call) => call.startsWith('busy'))).toEqual(['busy 0: StepError busy', 'busy 1: StepRun busy'])
})

test('an error that must not be retried ends the run at once, and onFailure is told', async () => {
  const told: unknown[] = []
  const fn = client.createFunction(
    {
      id: 'final',
      triggers: { event: 'a' },
      onFailure: async ({ event, error, step }) => {
        await step.run('tell', () => told.push([event.data.function_id, event.data.event.data, error.message]))
      },
    },
    async ({ step }) => {
      await step.run('fails', () => {
        throw new NonRetriableError('never')
      })
    },
  )
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: { n: 1 } })
  expect(told).toEqual([['app-final', { n: 1 }, 'never']])
  expect((await world.runs()).map((run) => `${run.function} ${run.status}`)).toEqual(['final failed', 'final-failure completed'])
  expect(sequence(world)).toEqual(['- 0: StepFailed fails', '- 0: failed', '- 0: StepRun tell', '- 0: finished'])
})

test('an error outside of steps is tried again as often as the function wants', async () => {
  const fn = client.createFunction({ id: 'outside', retries: 1, triggers: { event: 'a' } }, async () => {
    throw new Error('no')
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  await world.advance('1h')
  expect(sequence(world)).toEqual(['- 0: failed', '- 1: failed'])
  expect(await world.runs()).toMatchObject([{ status: 'failed', error: { message: 'no' } }])
})

test('another function can be invoked: its result, its error, or too long', async () => {
  const inner = client.createFunction({ id: 'inner', retries: 0, triggers: { event: 'inner' } }, async ({ event, step }) => {
    if (event.data.sleep) await step.sleep('long', '2h')
    if (event.data.fail) throw new NonRetriableError('inner failed')
    return event.data.n * 2
  })
  const outer = client.createFunction({ id: 'outer', triggers: { event: 'a' } }, async ({ event, step }) =>
    step.invoke('inner', { function: inner, data: event.data, timeout: '1h' }).catch((error: Error) => error.message),
  )
  world = await startJobsWorld({ client, functions: [inner, outer] })
  for (const data of [{ n: 4 }, { n: 4, fail: true }, { n: 4, sleep: true }]) await world.send({ name: 'a', data })
  await world.advance('1h')
  expect((await world.runs('outer')).map(({ output }) => output)).toEqual([8, 'inner failed', 'The invoked function did not finish in time.'])
})

test('a step can send events, which begin other runs, once', async () => {
  const sender = client.createFunction({ id: 'sender', triggers: { event: 'a' } }, async ({ step }) => {
    await step.sendEvent('tell', [
      { id: 'b1', name: 'b', data: { n: 1 } },
      { id: 'b2', name: 'b', data: { n: 2 } },
    ])
    throw new NonRetriableError('after that')
  })
  const receiver = client.createFunction({ id: 'receiver', triggers: { event: 'b', if: 'event.data.n > 1' } }, async ({ event }) => event.data.n)
  world = await startJobsWorld({ client, functions: [sender, receiver] })
  await world.send({ name: 'a', data: {} })
  expect((await world.runs('receiver')).map(({ output }) => output)).toEqual([2])
})

test('in a race the function goes on with the first one, and ends when the other is over too', async () => {
  const did: string[] = []
  const fn = client.createFunction({ id: 'race', triggers: { event: 'a' } }, async ({ event, step, group }) => {
    const first = await group.parallel(async () =>
      Promise.race([
        step.waitForEvent('paid', { event: 'paid', timeout: '1d', match: 'data.id' }).then(() => 'paid'),
        step.sleep('too late', '1h').then(() => 'too late'),
      ]),
    )
    await step.run('note', () => did.push(`${event.data.id} ${first}`))
    return first
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send([
    { name: 'a', data: { id: 1 } },
    { name: 'a', data: { id: 2 } },
  ])
  await world.send({ name: 'paid', data: { id: 2 } })
  expect(did).toEqual(['2 paid'])
  await world.advance('1h')
  expect([did, (await world.runs()).map(({ output }) => output)]).toEqual([
    ['2 paid', '1 too late'],
    [null, 'paid'],
  ])
  await world.advance('1d')
  expect([did.length, (await world.runs()).map(({ output }) => output)]).toEqual([2, ['too late', 'paid']])
  expect(await world.executor.nextDueAt()).toBeNull()
})

test('a loop of many steps keeps the order in which they were done', async () => {
  const fn = client.createFunction({ id: 'loop', triggers: { event: 'a' } }, async ({ step }) => {
    const done: number[] = []
    for (let index = 0; index < 30; index++) done.push(await step.run(`step ${index}`, () => index))
    return done.length
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  expect(sequence(world)).toEqual([...Array.from({ length: 30 }, (_, index) => `- 0: StepRun step ${index}`), '- 0: finished'])
})

test('what a function returns comes back as it was, whatever is in it', async () => {
  const odd = { nothing: null, text: 'a\u0000b \ud800 "\\', list: [1, [2.5]], deep: { deeper: {} } }
  const fn = client.createFunction({ id: 'odd', triggers: { event: 'a' } }, async ({ event, step }) => {
    const one = await step.run('one', () => odd)
    await step.run('none', () => undefined)
    return { one, same: JSON.stringify(event.data) === JSON.stringify(odd) }
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: odd })
  expect((await world.runs())[0]?.output).toEqual({ one: odd, same: true })
})

test('a step that the executor does not know fails the run and says so', async () => {
  const fn = client.createFunction({ id: 'unknown', triggers: { event: 'a' } }, async ({ step }) =>
    step.waitForSignal('signal', { signal: 's', timeout: '1h', onConflict: 'fail' }),
  )
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send({ name: 'a', data: {} })
  expect(await world.runs()).toMatchObject([{ status: 'failed', error: { message: expect.stringContaining('WaitForSignal') } }])
})
