import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { eventSchemas } from '@/lib/core/events'
import { allJobs } from './all-jobs'
import { queues, servedQueues } from './queues'

test('every file of functions/ makes one job that is listed, and carries its name', async () => {
  const files = (await readdir('lib/jobs/functions')).filter((file) => !file.endsWith('.test.ts'))
  expect(allJobs.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
})

const Config = z.object({
  triggers: z.array(z.union([z.object({ event: z.string() }), z.object({ cron: z.string().regex(/^(TZ=\S+ )?\S+ \S+ \S+ \S+ \S+$/) })])),
  concurrency: z.array(z.object({ limit: z.number(), key: z.string().optional() })),
})

/** As the SDK registers them; it hides how. */
const configOf = ({ function: made }: (typeof allJobs)[number]) =>
  Config.parse(
    (made as unknown as { getConfig(at: { baseUrl: URL; appPrefix: string }): unknown[] }).getConfig({
      baseUrl: new URL('http://shop'),
      appPrefix: 'app',
    })[0],
  )

test('every job is started by known events or by a schedule of whole minutes, in a queue of the shop', () => {
  for (const job of allJobs) {
    const { triggers, concurrency } = configOf(job)
    expect(triggers.length, job.id).toBeGreaterThan(0)
    for (const trigger of triggers) if ('event' in trigger) expect(Object.keys(eventSchemas)).toContain(trigger.event)
    expect(concurrency[0], job.id).toEqual({ scope: undefined, key: `"${job.queue}"`, limit: queues[job.queue] })
  }
})

test('an instance serves the queues that it is told to, and all of them otherwise (R132)', () => {
  expect(servedQueues('products,orders')).toEqual(['products', 'orders'])
  expect(servedQueues(undefined)).toEqual(['products', 'orders', 'payments', 'cart', 'default'])
})
