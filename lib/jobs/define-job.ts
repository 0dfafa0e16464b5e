import { type GetStepTools, type InngestFunction, NonRetriableError } from 'inngest'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type EventOf, type EventType, eventSchemas } from '@/lib/core/events'
import { inngest } from './client'
import { concurrencyOf, type Queue } from './queues'

type Step = GetStepTools<typeof inngest>

/** What a run is given. `at` is when the event was committed, or when the schedule was due. */
type Run<Event> = { event: Event; eventId: string; at: Date; ctx: Ctx; step: Step; runId: string; attempt: number }

export type JobSpec<T extends EventType, Cron extends string | undefined> = {
  /** Never changes: Inngest knows the job by it. */
  id: string
  queue: Queue
  /** Starts a run for each event of this type, or of these. */
  on?: T | readonly T[]
  /** Starts a run when it is due: five fields, in UTC unless it begins with `TZ=Europe/Vienna `. A run of it has no event: `event` is null. */
  cron?: Cron
  /** How often a failed step is tried again, 4 unless told otherwise. */
  retries?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
  /** One run at a time: the next waits. For upkeep that a schedule starts again and again. */
  isAlone?: boolean
  /** An expression, for example `event.data.orderId`: a second event with the same value within 24 hours starts nothing. */
  idempotency?: string
  /** Events that end a run that is waiting: those whose field equals that of its own event (`match: 'data.cartId'`), or that fit `if`. */
  cancelOn?: { event: EventType; match?: string; if?: string; timeout?: `${number}${'s' | 'm' | 'h' | 'd'}` }[]
  run(run: Run<EventOf<T> | (Cron extends string ? null : never)>): Promise<unknown>
}

/** A job as it is listed in `all-jobs.ts`. */
export type Job = { id: string; queue: Queue; function: InngestFunction.Any }

/**
 * The one way to make a job. What it does goes into steps, each of which calls one domain function and is safe to run twice:
 * a process that dies after the work and before it could say so runs that step again. What a step returns is kept, so return little.
 * @example
 * export const mailShipped = defineJob({
 *   id: 'mail-shipped', queue: 'orders', on: 'order.shipped',
 *   run: async ({ event, ctx, step }) => step.run('queue mail', () => mailShippedOrder(ctx, event.orderId)),
 * })
 */
export function defineJob<const T extends EventType = never, const Cron extends string | undefined = undefined>(spec: JobSpec<T, Cron>): Job {
  const { id, queue, on = [], cron, retries = 4, isAlone, idempotency, cancelOn, run } = spec
  const types = [on].flat() as T[]
  const triggers = [...types.map((event) => ({ event })), ...(cron === undefined ? [] : [{ cron }])]
  const made = inngest.createFunction(
    {
      id,
      triggers,
      retries,
      idempotency,
      concurrency: isAlone ? [concurrencyOf(queue), { limit: 1 }] : [concurrencyOf(queue)],
      ...(cancelOn && { cancelOn: [...cancelOn] }),
    },
    async ({ event, step, runId, attempt }) =>
      run({
        event: eventOf(types, event) as Parameters<typeof run>[0]['event'],
        eventId: event.id ?? runId,
        at: new Date(event.ts ?? Date.now()),
        ctx: systemCtx(id, runId),
        step,
        runId,
        attempt,
      }),
  )
  return { id, queue, function: made as InngestFunction.Any }
}

/** A run that a schedule started has none. What cannot be read will not be read better at the next try. */
function eventOf<T extends EventType>(types: T[], { name, data }: { name: string; data?: unknown }): EventOf<T> | null {
  const type = types.find((wanted) => wanted === name)
  if (type === undefined) return null
  const parsed = eventSchemas[type].safeParse(data)
  if (!parsed.success) throw new NonRetriableError(`The event ${type} cannot be read: ${parsed.error.message}`)
  return { type, ...parsed.data } as unknown as EventOf<T>
}
