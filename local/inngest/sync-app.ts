import { setTimeout as sleep } from 'node:timers/promises'
import { signatureOf } from './signature'

type Sync = { appUrl: string; signingKey: string | null; signal: AbortSignal; report: (words: string) => void; onKnown?: () => void }

const FOLLOW_MS = 5_000

/**
 * Asks the app to register its functions, which it does with a request of its own, until it did. An app whose sources change
 * (`isFollowing`) is asked again and again, as Inngest's dev server does.
 */
export async function syncApp({ isFollowing, ...sync }: Sync & { isFollowing: boolean }): Promise<void> {
  let said = ''
  for (let attempt = 0; !sync.signal.aborted; attempt++) {
    const problem = await askOnce(sync)
    if (problem !== null && problem !== said) sync.report(problem)
    said = problem ?? ''
    if (problem === null) sync.onKnown?.()
    if (problem === null && !isFollowing) return
    await sleep(problem === null ? FOLLOW_MS : Math.min(FOLLOW_MS, 200 * 1.3 ** attempt), undefined, { signal: sync.signal }).catch(() => {})
  }
}

/** @returns what stands in the way, or null. */
async function askOnce({ appUrl, signingKey, signal }: Sync): Promise<string | null> {
  try {
    const response = await fetch(appUrl, {
      method: 'PUT',
      headers: signingKey ? { 'x-inngest-signature': signatureOf('', signingKey) } : { 'x-inngest-server-kind': 'dev' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    })
    const text = await response.text()
    return response.ok ? null : `The app did not register: ${response.status} ${text.slice(0, 1_000)}`
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return `The app is not there yet: ${cause instanceof Error ? cause.message : String(cause)}`
  }
}
