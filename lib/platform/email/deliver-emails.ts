import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { logger } from '@/lib/platform/logger'
import { catalogue, isEmailKind } from './catalogue'
import { type ClaimedEmail, claimEmails } from './claim-emails'
import { renderEmail } from './render-email'
import { suppress } from './suppressions'
import type { Sender } from './template'
import { type EmailTransport, type Outcome, openTransport } from './transport'

const BATCH = 10
/** After it others get their turn. */
const TURN_MS = 30_000

/** How long after the first, second … failure the next try comes: over ten hours in all, so that a server may be down for a night. */
const waitSeconds = [10, 60, 300, 900, 3_600, 10_800, 21_600]
export const MAX_ATTEMPTS = waitSeconds.length + 1

export type DeliverOptions = { transport?: EmailTransport | null; batch?: number }

/**
 * Sends the mails that are due, outside any transaction. Each is taken with a lease first and marked after: a deliverer that dies in
 * between leaves it to the next, which sends it under the same key and Message-ID. A mail that fails waits longer each time; after
 * eight tries it is parked and logged as an error. Several deliverers may work at once. Returns how many were sent.
 */
export async function deliverEmails(
  readSender: () => Promise<Sender>,
  { transport = openTransport(), batch = BATCH }: DeliverOptions = {},
): Promise<number> {
  if (!transport) return leaveWaiting()
  const until = Date.now() + TURN_MS
  let sent = 0
  try {
    while (Date.now() < until) {
      const claimed = await claimEmails(batch)
      if (claimed.length === 0) break
      const sender = await readSender()
      const outcomes = await Promise.all(claimed.map((email) => deliver(email, sender, transport)))
      sent += outcomes.filter((outcome) => outcome === 'sent').length
      // One batch that fails as a whole is enough to see that the server is down.
      if (claimed.length < batch || outcomes.every((outcome) => outcome === 'waits' || outcome === 'parked')) break
    }
  } finally {
    transport.close()
  }
  return sent
}

let hasWarned = false

/** A deployed shop without a mail server says so once; the mails keep until it has one. */
function leaveWaiting(): number {
  if (!hasWarned) logger.warn('SMTP_URL is not set: mails are kept until it is')
  hasWarned = true
  return 0
}

type Delivered = 'sent' | 'refused' | 'waits' | 'parked' | 'withheld'

async function deliver(email: ClaimedEmail, sender: Sender, transport: EmailTransport): Promise<Delivered> {
  const why = reasonToWithhold(email)
  if (why) return withhold(email, why)
  if (email.attempts > MAX_ATTEMPTS) return park(email, new Error('Whoever took it for the last time did not say what became of it'))
  const rendered = await render(email, sender)
  if (rendered instanceof Error) return park(email, rendered)
  let outcome: Outcome
  try {
    outcome = await transport.send({ ...rendered, id: email.id, key: email.idempotencyKey, to: email.to, sender })
  } catch (error) {
    return postpone(email, error)
  }
  if (outcome.outcome === 'refused') {
    logger.warn({ emailId: email.id, kind: email.kind }, 'a mail was refused for good')
    if (outcome.isUnknownAddress) await suppress(database(), email.to, 'all', 'bounced')
    await mark(email, { status: 'failed', error: outcome.reason })
    return 'refused'
  }
  await mark(email, {
    status: 'sent',
    sentAt: new Date(),
    providerMessageId: outcome.providerMessageId,
    error: null,
    ...withoutSecret(email, outcome),
  })
  return 'sent'
}

function reasonToWithhold({ isTooLate, isUnwanted }: ClaimedEmail): string | null {
  if (isUnwanted) return 'This address is spared such mails'
  return isTooLate ? 'Too late: what it says may no longer be true' : null
}

async function withhold(email: ClaimedEmail, why: string): Promise<'withheld'> {
  await mark(email, { status: 'withheld', error: why })
  return 'withheld'
}

/** A template that fails fails again at each try: a person has to mend it. */
async function render(email: ClaimedEmail, sender: Sender) {
  try {
    return await renderEmail(email.kind, email.props, sender)
  } catch (error) {
    return asError(error)
  }
}

/** A link that opens an account is of no use in our tables once it is in the owner's mailbox. Mails that never left keep theirs, to be shown. */
function withoutSecret({ kind }: ClaimedEmail, { providerMessageId }: Outcome & { outcome: 'sent' }) {
  return providerMessageId !== null && isEmailKind(kind) && catalogue[kind].hasSecret ? { props: {} } : {}
}

async function postpone(email: ClaimedEmail, error: unknown): Promise<'waits' | 'parked'> {
  const wait = waitSeconds[email.attempts - 1]
  if (wait === undefined) return park(email, error)
  logger.warn({ emailId: email.id, kind: email.kind, attempts: email.attempts, err: error }, 'a mail could not be sent; it is tried again')
  // Spread, so that what failed together does not come back together.
  const nextAttemptAt = new Date(Date.now() + wait * 1_000 * (1 + Math.random() / 4))
  await mark(email, { status: 'queued', nextAttemptAt, leasedUntil: null, error: asError(error).message })
  return 'waits'
}

async function park(email: ClaimedEmail, error: unknown): Promise<'parked'> {
  logger.error({ emailId: email.id, kind: email.kind, attempts: email.attempts, err: error }, 'a mail was given up; look at it and queue it again')
  await mark(email, { status: 'parked', error: asError(error).message })
  return 'parked'
}

/** Writes nothing when the lease ran out and another deliverer has it: then that one's word counts. */
async function mark({ id, attempts }: ClaimedEmail, change: Partial<typeof emails.$inferInsert>): Promise<void> {
  await database()
    .update(emails)
    .set({ leasedUntil: null, ...change })
    .where(and(eq(emails.id, id), eq(emails.status, 'sending'), eq(emails.attempts, attempts)))
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
