import { createHash } from 'node:crypto'
import { z } from 'zod'
import { newId } from '@/lib/core/ids'

/** An event as functions see it. */
export type Event = { id: string; name: string; data: unknown; ts: number; v?: string; user?: unknown; meta?: unknown }

const Sent = z.object({
  id: z.string().max(500).optional(),
  name: z.string().min(1).max(256),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().optional(),
  v: z.string().optional(),
  user: z.unknown().optional(),
  meta: z.unknown().optional(),
})
const Body = z.union([Sent, z.array(Sent).max(5_000)])

/**
 * Reads what was posted to `/e/{key}`. Events without an id get one that is the same when the SDK repeats its request after a lost answer:
 * it sends the same `x-inngest-event-id-seed`.
 * @throws ZodError for anything else than events.
 */
export function readEvents(body: unknown, seed: string | undefined, nowMs: number): Event[] {
  const given = Body.parse(body)
  return (Array.isArray(given) ? given : [given]).map(({ id, name, data, ts, v, user, meta }, index) => ({
    id: id || (seed ? createHash('sha256').update(`${seed}:${index}`).digest('hex') : newId()),
    name,
    data: data ?? {},
    ts: ts || nowMs,
    ...(v !== undefined && { v }),
    ...(user !== undefined && { user }),
    ...(meta !== undefined && { meta }),
  }))
}

export const internalNames = {
  invoked: 'inngest/function.invoked',
  finished: 'inngest/function.finished',
  failed: 'inngest/function.failed',
  cancelled: 'inngest/function.cancelled',
  scheduled: 'inngest/scheduled.timer',
} as const
