import { z } from 'zod'
import { TaskId } from '@/lib/core/ids'

export const TaskRef = z.strictObject({ id: TaskId })
export type TaskRef = z.infer<typeof TaskRef>

/** What a task has come to, in words and numbers: no objects, so that nothing more leaves than was meant. */
export const TaskResult = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type TaskResult = z.infer<typeof TaskResult>

/** The wire shape of long work. */
export const TaskView = z.object({
  id: TaskId,
  kind: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  /** Null until it is known. */
  total: z.number().int().nullable(),
  /** How many a second, by the present worker. Null until there is something to measure. */
  rate: z.number().nullable(),
  seconds_left: z.number().int().nullable(),
  is_cancelling: z.boolean(),
  result: TaskResult.nullable(),
  /** A sentence that says what went wrong. */
  error: z.string().nullable(),
  created_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
})
export type TaskView = z.infer<typeof TaskView>
