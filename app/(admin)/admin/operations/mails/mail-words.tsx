import { Badge } from '@/app/_ui/badge'
import type { MailStatus } from '@/lib/operations/schemas'

export const mailWords: Record<MailStatus, string> = {
  queued: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Refused',
  parked: 'Given up',
  withheld: 'Kept back',
}

const tones = { queued: 'warning', sending: 'accent', sent: 'quiet', failed: 'drop', parked: 'drop', withheld: 'quiet' } as const

export function MailBadge({ status }: { status: MailStatus }) {
  return <Badge tone={tones[status]}>{mailWords[status]}</Badge>
}
