import { createTransport } from 'nodemailer'
import { headOf } from './sender'
import type { EmailTransport, Outcome, OutgoingEmail } from './transport'

/** A server that says nothing for so long is given up; a turn of ten mails must end before their lease does. */
const TIMEOUT_MS = 20_000

/** Mails through an SMTP server, a few at a time over connections that are kept for a turn. `from` absent: the shop's own address. */
export function openSmtp(url: string, from: string | undefined): EmailTransport {
  const server = createTransport({
    pool: true,
    url,
    maxConnections: 3,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What a mail contains comes from rows: nothing in it may make us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (email) => {
      try {
        const { messageId } = await server.sendMail(messageOf(email, from))
        return { outcome: 'sent', providerMessageId: messageId }
      } catch (error) {
        const refused = refusal(error)
        if (refused) return refused
        throw error
      }
    },
    close: () => server.close(),
  }
}

/**
 * The mail with its headers. Message-ID and key are the same at each try, so that servers and readers can drop a second copy; Resend
 * takes the key from a header of its own. The one-click header is RFC 8058's.
 */
export function messageOf({ id, key, to, sender, subject, html, text, unsubscribeUrl }: OutgoingEmail, from?: string) {
  return {
    ...headOf(sender, from),
    // As an object: an address is never read as a list of several.
    to: { name: '', address: to },
    subject,
    html,
    text,
    messageId: `<${id}@${new URL(sender.url).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Idempotency-Key': key,
      'Resend-Idempotency-Key': key,
      ...(unsubscribeUrl && { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}

/** Only what the server says about this recipient is final. A wrong password or sender is ours to mend, and then the mail goes out. */
function refusal(error: unknown): Outcome | null {
  if (!(error instanceof Error) || !('command' in error) || error.command !== 'RCPT TO') return null
  if (!('permanent' in error) || error.permanent !== true) return null
  return { outcome: 'refused', reason: error.message, isUnknownAddress: isUnknownAddress(error.message) }
}

/**
 * The enhanced code decides where the server gives one: 5.1.x and 5.2.1 speak of the mailbox (RFC 3463), 5.7.x of what the server allows.
 * Without one, 550, 551 and 553 do (RFC 5321, 4.2.3).
 */
const isUnknownAddress = (message: string): boolean =>
  /\b5\.\d{1,3}\.\d{1,3}\b/.test(message) ? /\b5\.(1\.\d{1,3}|2\.1)\b/.test(message) : /\b55[013]\b/.test(message)
