import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { TaskId, UserId } from '@/lib/core/ids'
import { id, time, timestamps } from './columns'
import { users } from './customers'

export const taskStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** Long work that somebody watches: how far it is, what came of it, and whether it should stop. See `lib/tasks`. */
export const tasks = pgTable(
  'tasks',
  {
    id: id<TaskId>().primaryKey(),
    /** Names the work; `input` is what its worker was given. */
    kind: text().notNull(),
    input: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Who began it and may watch it; null for the shop itself. */
    ownerId: id<UserId>('owner_id').references(() => users.id, { onDelete: 'cascade' }),
    /** While it is open, the same work asked for again under this key is this task. */
    key: text(),
    status: text({ enum: taskStatuses }).notNull().default('queued'),
    /** Null until the worker has counted. */
    total: integer(),
    done: integer().notNull().default(0),
    /** Each worker that takes it has a number of its own; what an older one still writes is refused. */
    turn: integer().notNull().default(0),
    /** While `running`: from then on its worker counts as dead and another may take it. */
    leasedUntil: time('leased_until'),
    startedAt: time('started_at'),
    /** When the present worker took it, and how far it was: the rate is measured from there. */
    turnStartedAt: time('turn_started_at'),
    turnStartedDone: integer('turn_started_done').notNull().default(0),
    cancelRequestedAt: time('cancel_requested_at'),
    finishedAt: time('finished_at'),
    result: jsonb().$type<Record<string, string | number | boolean | null>>(),
    /** A sentence for who began it. */
    error: text(),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('tasks_open_key').on(t.kind, t.key).where(sql`${t.status} in ('queued', 'running')`),
    index('tasks_owner').on(t.ownerId, t.kind, t.id),
    index('tasks_open').on(t.leasedUntil).where(sql`${t.status} in ('queued', 'running')`),
    index('tasks_finished').on(t.finishedAt).where(sql`${t.finishedAt} is not null`),
    check('tasks_status', sql`${t.status} in ('queued', 'running', 'done', 'failed', 'cancelled')`),
    check('tasks_counts', sql`${t.done} >= 0 and (${t.total} is null or ${t.total} >= 0)`),
    check('tasks_finished_when_over', sql`(${t.finishedAt} is not null) = (${t.status} in ('done', 'failed', 'cancelled'))`),
  ],
)
