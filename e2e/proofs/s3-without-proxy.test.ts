import { expect, test } from 'vitest'
import { size, someOf } from '@/db/testing/seed'
import type { Row } from '@/e2e/authorisation/table'
import { forEach } from '@/e2e/harness/for-each'
import { testShop } from '@/e2e/harness/test-shop'

/*
 * The table of who may do what, over HTTP against the production build. Unit tests hold it against the handlers and actions alone
 * (lib/web/authorisation.test.ts), each line in every run; here nothing that stands in front of them may open more, and pages are asked too.
 */

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })
/** Thousands of requests, also on a machine that is busy. */
const TIMEOUT_MS = size(300_000, 1_800_000)

/** Opened late: the modules of the shop read the environment when they are loaded. */
async function setting() {
  const [
    { complaintsAbout, differences, makeWorld, shownIn },
    table,
    http,
    { requests, pageRequests },
    { makeCategory, makeProduct },
    { fingerprintOf },
  ] = await Promise.all([
    import('@/e2e/authorisation/complaints'),
    import('@/e2e/authorisation/table'),
    import('@/e2e/authorisation/ask-over-http'),
    import('@/e2e/authorisation/requests'),
    import('@/db/testing/world'),
    import('@/e2e/authorisation/fingerprint'),
  ])
  const product = await makeProduct(await makeCategory(), { name: 'A thing to ask for', stock: 1_000_000 })
  return { complaintsAbout, differences, makeWorld, shownIn, ...table, ...http, requests, pageRequests, fingerprintOf, product }
}

test(
  'S3: over HTTP each route answers each caller as the table says',
  async () => {
    const { complaintsAbout, rowsOf, routeTable, askOverHttp, requests, product } = await setting()
    const doors = someOf(rowsOf(routeTable), 5).map((row) => ({
      row,
      ask: (asked: Parameters<typeof askOverHttp>[2], identity: Record<string, string>) => askOverHttp(shop.current.url, row, asked, identity),
    }))
    expect(await complaintsAbout(doors, requests, product)).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  'S9: each page answers each caller as the table says: none shows what is A’s to a guest, to B, to staff, with an ended session or to the banned',
  async () => {
    const { complaintsAbout, rowsOf, pageTable, askOverHttp, pageRequests, product } = await setting()
    const doors = rowsOf(pageTable).map((row) => ({
      row,
      ask: (asked: Parameters<typeof askOverHttp>[2], identity: Record<string, string>) => askOverHttp(shop.current.url, row, asked, identity),
    }))
    expect(await complaintsAbout(doors, pageRequests, product)).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  'S3: no spelling of an address and no header opens what is personal, or changes it',
  async () => {
    const { rowsOf, routeTable, pageTable, ...rest } = await setting()
    const rows = [...rowsOf(routeTable), ...rowsOf(pageTable)].filter(({ name, verdicts }) => !name.includes(': ') && isPersonal(verdicts))
    expect(rows.length).toBeGreaterThan(50)
    const found: string[] = []
    await forEach(someOf([...rows.entries()], 3), async ([index, row]) => void found.push(...(await openings(row, index, rest))))
    expect(found).toEqual([])
  },
  TIMEOUT_MS,
)

type Setting = Awaited<ReturnType<typeof setting>>

/** Asks in other spellings for what is A's, after A has: whatever may be kept of it is kept then. One sentence for each that gave way. */
async function openings(row: Row, index: number, there: Omit<Setting, 'rowsOf' | 'routeTable' | 'pageTable'>): Promise<string[]> {
  const { makeWorld, askOverHttp, requests, pageRequests, fingerprintOf, differences, shownIn, product } = there
  const world = await makeWorld(product)
  const { cast, owns } = world
  const asked = (await { ...requests, ...pageRequests }[row.name]?.(world)) ?? {}
  if (isRead(row)) await askOverHttp(shop.current.url, row, asked, cast.identity.A)
  const before = await fingerprintOf(cast.a.id)
  const found: string[] = []
  for (const [caller, spelling] of pairs(there, index)) {
    // Who works here sees and does it in any spelling.
    if (row.verdicts[caller].showsA || row.verdicts[caller].changesA) continue
    const { status, text } = await askOverHttp(shop.current.url, row, asked, cast.identity[caller], spelling)
    const wanted = row.verdicts[caller].status
    const shown = shownIn(text, owns.signs, asked)
    if (shown || status >= 500 || (wanted >= 300 && status < 300 && !isEmptyWord(row, text)))
      found.push(`${row.name} as ${spelling.name}, ${caller}: ${status} instead of ${wanted}: ${shown ?? text.slice(0, 200)}`)
  }
  const changed = differences(before, await fingerprintOf(cast.a.id))
  return changed.length > 0 ? [...found, `${row.name}: others changed ${changed.join(', ')} of A`] : found
}

/** Everybody with every spelling, or for the reduced size some of each in turn. */
function pairs({ outsiders, spellings }: Pick<Setting, 'outsiders' | 'spellings'>, index: number) {
  const all = spellings.flatMap((spelling) => outsiders.map((caller) => [caller, spelling] as const))
  const every = size(23, 1)
  return all.filter((_, place) => (place + index) % every === 0)
}

/** Next answers a prefetch of this kind with an empty object, and tells React of a redirect or a missing page within a 200. */
const isEmptyWord = ({ door }: Row, text: string) => text.trim() === '{}' || (door.startsWith('/') && text.includes('NEXT_'))

/** A is given something that somebody else is not. */
const isPersonal = ({ A, B, nobody, admin }: Row['verdicts']) =>
  A.status < 300 ? A.showsA || nobody.status >= 300 || B.status >= 300 : admin.status < 300

const isRead = ({ door }: Row) => door.startsWith('/') || door.startsWith('GET ')
