import { env, mode } from '@/lib/platform/env'
import type { RenderedEmail } from './render-email'
import { openSmtp } from './smtp'
import type { Sender } from './template'

export type OutgoingEmail = RenderedEmail & { id: string; key: string; to: string; sender: Sender }

export type Outcome =
  | { outcome: 'sent'; providerMessageId: string | null }
  /** The server will never take this mail for this address. `isUnknownAddress`: nor any other, because there is no such mailbox. */
  | { outcome: 'refused'; reason: string; isUnknownAddress: boolean }

/** The way out. Throws when it is not known what happened, or when another try may succeed. */
export type EmailTransport = { send(email: OutgoingEmail): Promise<Outcome>; close(): void }

/** Mails that nobody sends: marked as sent they are what `/dev/mailbox` shows. */
const mailbox: EmailTransport = { send: async () => ({ outcome: 'sent', providerMessageId: null }), close: () => {} }

/** The configured way out; null when a deployed shop has none, and its mails wait. */
export function openTransport(): EmailTransport | null {
  if (env.SMTP_URL) return openSmtp(env.SMTP_URL, env.MAIL_FROM)
  return mode === 'local' ? mailbox : null
}
