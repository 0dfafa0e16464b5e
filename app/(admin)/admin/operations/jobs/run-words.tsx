import { Badge } from '@/app/_ui/badge'
import type { RunStatus } from '@/lib/operations/schemas'

export const runWords: Record<RunStatus, string> = {
  failed: 'Failed',
  running: 'Running',
  queued: 'Waiting',
  completed: 'Done',
  cancelled: 'Cancelled',
}

const tones = { failed: 'drop', running: 'accent', queued: 'warning', completed: 'quiet', cancelled: 'quiet' } as const

export function RunBadge({ status }: { status: RunStatus }) {
  return <Badge tone={tones[status]}>{runWords[status]}</Badge>
}

/** `highstreet-mail-shipped` as people say it: the name of the application in front is the same for all. */
export const nameOf = (functionId: string): string =>
  functionId.replace(/^highstreet-((products|orders|payments|cart|default)-)*/, '').replaceAll('-', ' ')
