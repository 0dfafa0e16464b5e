import { sql } from 'drizzle-orm'
import { findViolations, type Violation } from '@/db/check-invariants'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { notify } from '@/lib/notifications/notify'
import { sendEmail } from '@/lib/platform/email/send-email'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'

/** So many stand in the mail and in the log. */
const LISTED = 20

/**
 * Runs `db/invariants.sql` over the whole database. What it finds is a bug: it is counted, logged, and told to every admin, once a day, with
 * what is wrong and where. @returns how many violations there are
 */
export async function checkBooks(_ctx: Ctx): Promise<number> {
  const violations = await transaction((tx) => findViolations(tx), { statementTimeoutMs: env.QUERY_TIMEOUT * 1000 })
  metrics.invariantViolations.set(violations.length)
  if (violations.length === 0) return 0
  for (const violation of violations.slice(0, LISTED)) logger.error({ violation }, 'the books do not add up')
  await transaction(async (tx) => {
    for (const admin of await listAdmins(tx)) await tell(tx, admin, violations)
  })
  return violations.length
}

type Admin = { id: UserId; email: string }

async function listAdmins(tx: Tx): Promise<Admin[]> {
  const rows = await tx.execute<Admin>(sql`select id, email from users where role = 'admin' and banned_at is null and erased_at is null order by id`)
  return [...rows]
}

async function tell(tx: Tx, { id: userId, email }: Admin, violations: Violation[]): Promise<void> {
  const key = `books:${new Date().toISOString().slice(0, 10)}`
  const title = violations.length === 1 ? 'One thing in the books does not add up' : `${violations.length} things in the books do not add up`
  const names = [...new Set(violations.map(({ check_name }) => check_name))]
  await notify(tx, { userId, kind: 'trouble', title, body: names.join(', '), key })
  const listed = violations.slice(0, LISTED).map(({ check_name, subject, detail }) => ({ check: check_name, subject, detail }))
  await sendEmail(tx, 'trouble', email, { title, violations: listed, more: violations.length - listed.length }, `${key}:${userId}`, { userId })
}
