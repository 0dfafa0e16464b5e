import { z } from 'zod'
import { wholeNumber } from '@/lib/core/numbers'

const at = z.string()
const atOrNull = z.string().nullable()
const cursors = { next_cursor: z.string().nullable(), prev_cursor: z.string().nullable() }
const paging = { cursor: z.string().max(500).optional(), page_size: wholeNumber(1, 100).prefault(50) }

/** Postgres counts in numbers that JSON carries as text. */
const Count = z.coerce.number().int()

const runStatuses = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const
export const RunStatus = z.enum(runStatuses)
export type RunStatus = z.infer<typeof RunStatus>

export const JobFunction = z.object({
  id: z.string(),
  name: z.string(),
  is_registered: z.boolean(),
  triggers: z.array(z.object({ event: z.string().optional(), cron: z.string().optional() })),
  next_tick_at: atOrNull,
  running: Count,
  waiting: Count,
  failed: Count,
})
export type JobFunction = z.infer<typeof JobFunction>

const Failure = z.object({ name: z.string().optional(), message: z.string().optional(), stack: z.string().optional() }).nullable()

export const Run = z.object({
  id: z.string(),
  function_id: z.string(),
  status: RunStatus,
  error: Failure,
  created_at: at,
  started_at: atOrNull,
  ended_at: atOrNull,
  attempt: Count.nullable(),
  next_attempt_at: atOrNull,
})
export type Run = z.infer<typeof Run>

export const RunDetail = Run.extend({
  events: z.json().nullable(),
  output: z.json().nullish(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      op: z.string(),
      attempts: Count,
      is_settled: z.boolean(),
      error: Failure,
      ended_at: atOrNull,
      waits_until: atOrNull,
    }),
  ),
})
export type RunDetail = z.infer<typeof RunDetail>

export const ListRuns = z.object({
  status: RunStatus.optional(),
  function: z.string().max(200).optional(),
  /** The last run of the page before. */
  before: z.uuid().optional(),
})
export type ListRuns = z.infer<typeof ListRuns>

export const RunRef = z.strictObject({ id: z.uuid() })
export type RunRef = z.infer<typeof RunRef>

export const ListEvents = z.object({ state: z.enum(['waiting', 'parked']).default('waiting'), ...paging })
export type ListEvents = z.infer<typeof ListEvents>

export const OutboxEvent = z.object({
  id: z.uuid(),
  type: z.string(),
  about: z.string(),
  created_at: at,
  attempts: z.number().int(),
  next_attempt_at: at,
  parked_at: atOrNull,
  last_error: z.string().nullable(),
})
export type OutboxEvent = z.infer<typeof OutboxEvent>

export const EventPage = z.object({ data: z.array(OutboxEvent), ...cursors, waiting: z.number().int(), parked: z.number().int() })
export type EventPage = z.infer<typeof EventPage>

export const RetryEvents = z.strictObject({ ids: z.array(z.uuid()).min(1, 'Choose at least one event.').max(200) })
export type RetryEvents = z.infer<typeof RetryEvents>

const mailStatuses = ['queued', 'sending', 'sent', 'failed', 'parked', 'withheld'] as const
export const MailStatus = z.enum(mailStatuses)
export type MailStatus = z.infer<typeof MailStatus>

export const ListMails = z.object({
  /** `trouble`: what failed or was given up. */
  status: z.enum([...mailStatuses, 'trouble']).optional(),
  /** A whole address. */
  to: z.string().trim().max(254).optional(),
  ...paging,
})
export type ListMails = z.infer<typeof ListMails>

export const Mail = z.object({
  id: z.uuid(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  status: MailStatus,
  attempts: z.number().int(),
  created_at: at,
  sent_at: atOrNull,
  next_attempt_at: at,
  error: z.string().nullable(),
})
export type Mail = z.infer<typeof Mail>

export const MailPage = z.object({ data: z.array(Mail), ...cursors, trouble: z.number().int() })
export type MailPage = z.infer<typeof MailPage>

export const MailRef = z.strictObject({ id: z.uuid() })
export type MailRef = z.infer<typeof MailRef>

/** Cache tags are ids and slugs in clear text. */
export const PurgeTag = z.strictObject({
  tag: z
    .string()
    .trim()
    .regex(/^[\w:.-]{1,200}$/, 'A tag has letters, digits, and the signs _ : . -'),
})
export type PurgeTag = z.infer<typeof PurgeTag>

export const Done = z.object({ undo: z.string().nullish() })
export type Done = z.infer<typeof Done>

/** `off`: not set up, which may be meant so. */
export const ServiceHealth = z.object({ name: z.string(), state: z.enum(['ok', 'off', 'down']), detail: z.string() })
export type ServiceHealth = z.infer<typeof ServiceHealth>
