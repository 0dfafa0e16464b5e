import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { DomainError } from '@/lib/core/errors'
import { env } from '@/lib/platform/env'
import { sign } from '@/lib/platform/secrets'

/** Something that is counted within a window. `*` stands for all accounts, or for all addresses. */
export type Attempt = { accountKey: string; address: string; max: number }

export type Counted = Attempt & { attempts: number; secondsLeft: number }

export const EVERY = '*'

/**
 * Counts one attempt at each of these before it is made, so that parallel attempts never pass `max` together. Reaching `max` starts the
 * window anew: from then on the door stays closed for the whole window, and knocking does not make it longer. One statement, which locks
 * its rows in the given order: one account at one address, then an account, then an address, so that no two callers wait for each other.
 */
export async function countAttempts(attempts: Attempt[]): Promise<Counted[]> {
  const seconds = env.SIGN_IN_LOCKOUT_SECONDS
  const window = sql`make_interval(secs => ${seconds})`
  const isOver = sql`a.window_started_at <= now() - ${window}`
  const maxOf = sql.join(
    attempts.map(({ accountKey, address, max }) => sql`when a.account_key = ${accountKey} and a.address = ${address} then ${max}::int`),
    sql` `,
  )
  const rows = await database().execute<{ account_key: string; address: string; attempts: number; seconds_left: number }>(sql`
    insert into sign_in_attempts as a (account_key, address, attempts, window_started_at)
    values ${sql.join(
      attempts.map(({ accountKey, address }) => sql`(${accountKey}, ${address}, 1, now())`),
      sql`, `,
    )}
    on conflict (account_key, address) do update set
      attempts = case when ${isOver} then 1 else least(a.attempts + 1, 1000000) end,
      window_started_at = case when ${isOver} or a.attempts + 1 = (case ${maxOf} end) then now() else a.window_started_at end
    returning account_key, address, attempts, ceil(extract(epoch from window_started_at + ${window} - now()))::int as seconds_left`)
  return attempts.map((attempt) => {
    const row = rows.find(({ account_key, address }) => account_key === attempt.accountKey && address === attempt.address)
    if (!row) throw new Error('An upsert returned no row')
    return { ...attempt, attempts: row.attempts, secondsLeft: Math.max(row.seconds_left, 1) }
  })
}

/** @throws rate_limited with the time until the last of these has opened again. */
export function requireWithinLimits(counted: Counted[], detail: (minutes: number) => string): void {
  const over = counted.filter(({ attempts, max }) => attempts > max)
  if (over.length === 0) return
  const retryAfterSeconds = Math.max(...over.map(({ secondsLeft }) => secondsLeft))
  throw new DomainError('rate_limited', { detail: detail(Math.ceil(retryAfterSeconds / 60)), retryAfterSeconds })
}

/** Neither known nor unknown addresses are stored: a keyed hash of what was typed stands for them. */
export const accountKeyOf = (purpose: string, email: string): string => `${purpose}:${sign('sign-in-attempts', email.toLowerCase())}`
