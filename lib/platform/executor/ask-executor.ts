import type { z } from 'zod'
import { DomainError } from '@/lib/core/errors'
import { env } from '@/lib/platform/env'

const DEADLINE_MS = 3_000

/**
 * Who runs what happens later, and so where its runs are seen: the executor of `local/inngest`, which the dashboard asks itself; an Inngest of
 * one's own, its dev server or its cloud, which have pages for it; nobody.
 */
export type ExecutorKind = 'local' | 'self_hosted' | 'dev' | 'cloud' | 'none'

export function executorKind(): ExecutorKind {
  if (env.INNGEST_LOCAL_TOKEN && env.INNGEST_BASE_URL) return 'local'
  if (env.INNGEST_DEV === '1') return 'dev'
  if (!env.INNGEST_EVENT_KEY) return 'none'
  return env.INNGEST_BASE_URL ? 'self_hosted' : 'cloud'
}

/**
 * Asks the executor of `local/inngest` what it knows, or to do something. `path` is below its `/admin/`.
 * @throws not_found, conflict when a run is not in a state for it, unavailable when there is no such executor or it does not answer
 */
export async function askExecutor<S extends z.ZodType>(
  method: 'GET' | 'POST',
  path: string,
  schema: S,
  deadlineMs = DEADLINE_MS,
): Promise<z.output<S>> {
  if (executorKind() !== 'local') throw new DomainError('unavailable', { detail: 'Jobs are not run by this shop itself.' })
  const response = await fetch(`${env.INNGEST_BASE_URL}/admin/${path}`, {
    method,
    headers: { authorization: `Bearer ${env.INNGEST_LOCAL_TOKEN}` },
    signal: AbortSignal.timeout(deadlineMs),
    cache: 'no-store',
  }).catch(() => null)
  if (!response) throw new DomainError('unavailable', { detail: 'What runs the jobs does not answer. Nothing is lost: they go on when it is back.' })
  if (response.status === 404) throw new DomainError('not_found', { detail: 'There is no such run. What ended a week ago is forgotten.' })
  if (response.status === 409) throw new DomainError('conflict', { detail: 'The run has moved on in the meantime.' })
  if (!response.ok) throw new Error(`The executor answered ${response.status} to ${method} ${path}`)
  return schema.parse(await response.json())
}
