import { Cron } from 'croner'
import { z } from 'zod'
import { parseDuration } from './durations'
import { parseExpression } from './expressions'

const Expression = z.string().superRefine((text, context) => {
  try {
    parseExpression(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) })
  }
})

const Duration = z.string().refine((text) => text !== '' && parseDuration(text) !== null, 'must be a duration like 30s or 1h30m')
const Moment = z
  .string()
  .refine((text) => parseDuration(text) !== null || !Number.isNaN(Date.parse(text)), 'must be a duration like 30s or 1h30m, or a date')

const Schedule = z.string().refine(isSchedule, 'must be a schedule like 0 9 * * * or TZ=Europe/Berlin 0 9 * * *')

const Concurrency = z.strictObject({ limit: z.int().min(0), key: Expression.optional(), scope: z.enum(['fn', 'env', 'account']).optional() })

/**
 * One function as the SDK registers it (`functionConfigSchema` in its `types.ts`). Only what the executor does is in here: anything else is
 * refused at registration instead of being left out when the function runs.
 */
export const FunctionConfig = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(z.union([z.strictObject({ event: z.string(), expression: Expression.optional() }), z.strictObject({ cron: Schedule })])),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.string(),
      name: z.string(),
      runtime: z.strictObject({ type: z.literal('http'), url: z.url() }),
      retries: z.strictObject({ attempts: z.int().min(0).max(100).optional() }).optional(),
    }),
  }),
  idempotency: Expression.optional(),
  concurrency: z
    .union([z.int().min(0), Concurrency, z.array(Concurrency).min(1).max(2)])
    .transform((given) => (typeof given === 'number' ? [{ limit: given }] : Array.isArray(given) ? given : [given]))
    .optional(),
  cancel: z.array(z.strictObject({ event: z.string(), if: Expression.optional(), timeout: Moment.optional() })).optional(),
  rateLimit: z.strictObject({ limit: z.int().min(1), period: Duration, key: Expression.optional() }).optional(),
  debounce: z.strictObject({ period: Duration, key: Expression.optional(), timeout: Duration.optional() }).optional(),
  batchEvents: z
    .strictObject({ maxSize: z.int().min(1).max(100), timeout: Duration, key: Expression.optional(), if: Expression.optional() })
    .optional(),
  singleton: z.strictObject({ mode: z.enum(['skip', 'cancel']), key: Expression.optional() }).optional(),
  timeouts: z.strictObject({ start: Duration.optional(), finish: Duration.optional() }).optional(),
})

export type FunctionConfig = z.output<typeof FunctionConfig>

export const Registration = z.object({ appName: z.string().min(1), url: z.url(), functions: z.array(z.unknown()) })

/** What a caller did wrong, in words for it. */
export class Refusal extends Error {}

/** @throws Refusal that names the function, where it is wrong and why. */
export function parseFunction(given: unknown): FunctionConfig {
  const parsed = FunctionConfig.safeParse(given)
  if (parsed.success) return parsed.data
  const name = z.object({ id: z.string() }).safeParse(given).data?.id ?? 'A function without id'
  const reasons = parsed.error.issues.map(({ path, message, code, ...issue }) =>
    code === 'unrecognized_keys' && 'keys' in issue ? `${[...path, issue.keys].join('.')} is not known here` : `${path.join('.')}: ${message}`,
  )
  throw new Refusal(`${name} cannot run on the local executor: ${reasons.join('; ')}.`)
}

/** What is counted together has one limit: two would be two counts. @throws Refusal that names the key. */
export function refuseUnequalLimits(configs: FunctionConfig[]): void {
  const limits = new Map<string, number>()
  for (const { id, concurrency } of configs) {
    for (const { scope = 'fn', key, limit } of concurrency ?? []) {
      const shared = `${scope} ${key ?? ''}`
      if (scope === 'fn') continue
      if ((limits.get(shared) ?? limit) !== limit) throw new Refusal(`${id} shares the concurrency key ${key ?? scope} with another limit.`)
      limits.set(shared, limit)
    }
  }
}

/** How often a call may be tried: the first time and the retries, three when the function does not say. */
export const maxAttemptsOf = (config: FunctionConfig): number => (config.steps.step.retries?.attempts ?? 3) + 1

/** A schedule of five or six fields, in UTC unless it begins with `TZ=…`. */
export function scheduleOf(text: string): Cron {
  const [, timezone, pattern = text] = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(text) ?? []
  return new Cron(pattern, { timezone: timezone ?? 'UTC', paused: true })
}

function isSchedule(text: string): boolean {
  try {
    return scheduleOf(text).nextRun() !== null
  } catch {
    return false
  }
}
