import { z } from 'zod'
import { emails } from '@/db/schema/emails'
import type { Tx } from '@/db/transaction'
import { newId, type OrderId, type UserId } from '@/lib/core/ids'
import { publish } from '@/lib/platform/events/publish'
import { catalogue, type EmailKind, type EmailProps } from './catalogue'

/** Whose mail it is, so that it can be found and forgotten with the person or the order. `notAfter`: from then on it would say what is no longer true. */
export type EmailAbout = { userId?: UserId; orderId?: OrderId; notAfter?: Date }

/**
 * Queues a mail in the caller's transaction: rolled back with it, sent soon after its commit. `key` names the cause, for example
 * `order_shipped:{shipment id}`: the same key twice is one mail, and a parallel second call waits for the first. One statement, and the event
 * that has it sent at once.
 *
 * What is kept are the props and not the finished mail: drawing it would cost milliseconds while the caller holds locks, a mended
 * template also mends what waits, and the row stays small. The price is that old props must fit newer templates, which a test holds.
 * @throws ZodError when the address or the props are not what they have to be: callers parse what people type.
 */
export async function sendEmail<K extends EmailKind>(
  tx: Tx,
  kind: K,
  to: string,
  props: EmailProps<K>,
  key: string,
  { userId, orderId, notAfter }: EmailAbout = {},
): Promise<void> {
  const accepted = catalogue[kind].accept(props)
  const [queued] = await tx
    .insert(emails)
    .values({
      id: newId(),
      kind,
      to: Recipient.parse(to),
      subject: accepted.subject,
      props: accepted.props,
      idempotencyKey: Key.parse(key),
      userId,
      orderId,
      notAfter,
    })
    .onConflictDoNothing({ target: emails.idempotencyKey })
    .returning({ id: emails.id })
  if (queued) publish(tx, { type: 'email.queued', emailId: queued.id })
}

const Recipient = z.email().max(254)

/** It travels in a header. */
const Key = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters without spaces')
