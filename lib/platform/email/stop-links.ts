import { seal, unseal } from '@/lib/platform/secrets'
import type { EmailKind } from './catalogue'
import { isAdvertising } from './suppressions'

const PURPOSE = 'mail-stop'
/** Tells it from the links of subscriptions, which begin with an id. */
const PREFIX = 'm.'

/** What one click in a mail ends: mails of this kind to this address. */
export type MailToStop = { email: string; kind: EmailKind }

/** The link that a mail is ended with, in its text and in its List-Unsubscribe header. It never ends. Sealed, because it holds the address. */
export const stopPath = ({ email, kind }: MailToStop): string => `/unsubscribe?t=${PREFIX}${seal(PURPOSE, `${kind} ${email}`)}`

/** Null for a link that was not made here. */
export function readStopToken(token: string): MailToStop | null {
  const text = token.startsWith(PREFIX) ? unseal(PURPOSE, token.slice(PREFIX.length)) : null
  if (text === null) return null
  const [kind = '', email = ''] = text.split(' ')
  return isAdvertising(kind) ? { kind, email } : null
}
