import { type Random, size } from '@/db/testing/seed'
import { forEach } from './for-each'

/*
 * S1: what somebody who means no good sends to a running shop, and what is wrong with its answers.
 */

/** How often each route and each Server Action is asked. */
export const CASES = size(6, 300)
/** Tens of thousands of requests, also on a machine that is busy. */
export const TIMEOUT_MS = size(300_000, 3 * 3_600_000)

export type Case = { name: string; path: string; init: RequestInit }

/** Sends a case and says what is wrong with the answer; null when it is as it should be. */
async function complaint(url: string, { name, path, init }: Case): Promise<string | null> {
  const ask = () => fetch(url + path, { redirect: 'manual', ...init })
  // Once more: a connection that was kept open may be closed by the shop just when a busy machine comes to use it.
  const response = await ask()
    .catch(ask)
    .catch((error: unknown) => `${error} (${(error as Error).cause})`)
  const what = `${init.method} ${path.slice(0, 200)} (${name})`
  if (typeof response === 'string') return `${what}: no answer: ${response}`
  const text = await response.text()
  if (response.status >= 500) return `${what}: ${response.status} ${text.slice(0, 200)}`
  const leak =
    /\bat [\w.<>]+ \(.*:\d+:\d+\)|node_modules|SQLSTATE|PostgresError|DrizzleQueryError|\b(select|insert into|update) .{0,200}\b(from|values|set)\b.{0,80}\$\d/i.exec(
      text,
    )
  if (leak) return `${what}: its inside shows: ${leak[0].slice(0, 200)}`
  // A page whose beginning was sent already cannot answer 500 any more: it ends half-way, blank without JavaScript.
  if (/:E\{\\"digest\\":\\"(?!NEXT_)/.test(text)) return `${what}: the page ends half-way`
  if (response.status < 400 || !path.startsWith('/api/')) return null
  return init.method === 'HEAD' ? null : problemComplaint(response, text, what)
}

function problemComplaint(response: Response, text: string, what: string): string | null {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return `${what}: ${response.status} as ${type || 'nothing'}: ${text.slice(0, 80)}`
  const problem = JSON.parse(text) as Record<string, unknown>
  const isWhole =
    problem.status === response.status &&
    typeof problem.code === 'string' &&
    typeof problem.title === 'string' &&
    typeof problem.request_id === 'string'
  return isWhole ? null : `${what}: not a whole problem document: ${text.slice(0, 200)}`
}

/** Asks the shop at this address, and says what is wrong with its answers. */
export async function complaintsAbout(url: string, cases: Case[]): Promise<string[]> {
  const found: string[] = []
  await forEach(cases, async (next) => {
    // A connection that ends before the answer does is a failure of the shop, too: the request has a name then.
    const wrong = await complaint(url, next).catch((error: unknown) => `${next.name}: ${next.path}: ${String(error)}`)
    if (!wrong) return
    found.push(wrong)
    // At once: the rest may take an hour.
    console.error(wrong)
  })
  return found
}

/** Opened late: the modules of the shop read the environment when they are loaded. */
export async function signedIn() {
  const [{ makeWorld }, { pageRequests, requests }, { pathOf }, { makeCategory, makeProduct }] = await Promise.all([
    import('@/e2e/authorisation/complaints'),
    import('@/e2e/authorisation/requests'),
    import('@/e2e/authorisation/ask-directly'),
    import('@/db/testing/world'),
  ])
  const product = await makeProduct(await makeCategory(), { stock: 1_000_000 })
  return { makeWorld: () => makeWorld(product), requests, pageRequests, pathOf }
}

/** Mostly somebody who may do it, so that the input gets further than the question who asks. */
export function identityOf(
  random: Random,
  url: string,
  { identity }: { identity: Record<'A' | 'bearer', Record<string, string>> },
): Record<string, string> {
  const choice = random.next()
  if (choice < 0.4) return identity.bearer
  return choice < 0.7 ? { ...identity.A, origin: url, 'sec-fetch-site': 'same-origin' } : {}
}
