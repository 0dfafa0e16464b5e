import type { Sql } from './store'

/**
 * The executor's own tables, beside the shop's and never read by it. Times of the business (`due_at`, `created_at`) follow the executor's
 * clock, which tests move; leases follow the clock of Postgres, which nobody moves.
 */
const versions = [
  `
  create table functions (
    id text primary key,
    app text not null,
    url text not null,
    config json not null,
    is_registered boolean not null default true,
    registered_at timestamptz not null
  );

  -- An id of an event is accepted once in 24 hours.
  create table events (id text primary key, name text not null, received_at timestamptz not null);
  create index events_received on events (received_at);

  create table runs (
    id uuid primary key,
    function_id text not null,
    status text not null check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    events json not null,
    -- What bounds how many calls are under way at once, as "5 fn:key"; copied to each call that waits.
    limits text[] not null default '{}',
    -- Once a run had several steps at a time, steps are only planned by the call that finds them, never run at once.
    is_parallel boolean not null default false,
    singleton text,
    output json,
    error json,
    -- The step of another run that waits for this one.
    parent_run uuid,
    parent_step text,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz
  );
  create index runs_listed on runs (created_at desc, id desc);
  create index runs_of_function on runs (function_id, created_at desc, id desc);
  create index runs_ended on runs (ended_at) where ended_at is not null;
  create index runs_singleton on runs (function_id, singleton) where singleton is not null and ended_at is null;

  create table steps (
    run_id uuid not null references runs on delete cascade,
    id text not null,
    name text not null,
    op text not null,
    -- In which order the steps of a run were settled; null while it is not.
    position int,
    attempts int not null default 0,
    is_race boolean not null default false,
    data json,
    error json,
    created_at timestamptz not null,
    ended_at timestamptz,
    primary key (run_id, id)
  );

  -- Calls of the app that are to be made. step_id is 'step' for a call that goes on from where the run is.
  create table queue (
    id bigint generated always as identity primary key,
    run_id uuid not null references runs on delete cascade,
    function_id text not null,
    step_id text not null,
    attempt int not null default 0,
    due_at timestamptz not null,
    limits text[] not null default '{}',
    lease uuid,
    leased_until timestamptz
  );
  create index queue_due on queue (function_id, due_at, id) where lease is null;
  create index queue_next on queue (due_at) where lease is null;
  create index queue_leased on queue (leased_until) where lease is not null;
  create index queue_of_run on queue (run_id);

  -- What a run waits for: a time, an event, or whichever comes first.
  create table waits (
    id bigint generated always as identity primary key,
    run_id uuid not null references runs on delete cascade,
    kind text not null check (kind in ('sleep', 'event', 'invoke', 'cancel', 'start', 'finish')),
    step_id text,
    due_at timestamptz,
    event text,
    expression text,
    -- For event.a.b == async.c.d: the path in the event that is waited for and the value it must have, so that it is found by an index.
    path text not null default '',
    value text not null default ''
  );
  create index waits_due on waits (due_at) where due_at is not null;
  create index waits_event on waits (event, path, value) where event is not null;
  create index waits_of_run on waits (run_id);
  create table watched_paths (event text not null, path text not null, primary key (event, path));

  create table schedules (function_id text not null, cron text not null, due_at timestamptz not null, primary key (function_id, cron));
  create index schedules_due on schedules (due_at);

  -- Keys of idempotency and rate limits: nothing more of this key before this moment.
  create table keys (
    function_id text not null,
    kind text not null check (kind in ('once', 'rate')),
    key text not null,
    until timestamptz not null,
    primary key (function_id, kind, key)
  );
  create index keys_until on keys (until);

  -- Events that are gathered before a run begins: the last one of a debounce, all of a batch.
  create table gathered (
    function_id text not null,
    kind text not null check (kind in ('debounce', 'batch')),
    key text not null,
    events json not null,
    size int not null,
    first_at timestamptz not null,
    due_at timestamptz not null,
    primary key (function_id, kind, key)
  );
  create index gathered_due on gathered (due_at);

  -- What the executor itself has to say (a run failed, finished, was cancelled), until it is accepted like any other event.
  create table announcements (id bigint generated always as identity primary key, event json not null);
  `,
]

/** Brings the schema `inngest_local` up to date. Executors that start at the same moment wait for each other. */
export async function createSchema(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7301945)`
    await tx`create schema if not exists inngest_local`
    await tx`create table if not exists inngest_local.version (version int not null)`
    const [row] = await tx<{ version: number | null }[]>`select max(version) as version from inngest_local.version`
    const present = row?.version ?? 0
    if (present > versions.length) throw new Error(`The tables of inngest_local are of version ${present}; this executor knows ${versions.length}.`)
    await tx`set local search_path = inngest_local`
    for (const [index, statements] of versions.entries()) {
      if (index < present) continue
      await tx.unsafe(statements)
      await tx`insert into version values (${index + 1})`
    }
  })
}
