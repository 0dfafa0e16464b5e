/** What came of one test of a promise. */
export type ProofLine = { promise: string; title: string; isPassed: boolean; seconds: number; why: string }

/** Where and when lines were made. */
export type ProofRun = { seed: number; commit: string; date: string }

/** A row of `bench/PROOF.md`, each cell as text. */
export type ProofRow = {
  promise: string
  title: string
  number: string
  duration: string
  seed: string
  commit: string
  date: string
  result: string
}

const columns = ['promise', 'title', 'number', 'duration', 'seed', 'commit', 'date', 'result'] as const
const headings = ['promise', 'test', 'number', 'duration', 'seed', 'commit', 'date', 'result']

/** What "full size" is. Promises without an entry are shown by their tests alone. */
const numbers: Record<string, string> = {
  P1: '500 shoppers for 50 units over HTTP, and random crowds',
  P2: '200 kills at random instants, 8 purchases under way at each',
  P3: '50 keys, each ten times in parallel',
  P4: '20 times in parallel; all 720 orders of six events; 11 bad signatures',
  P7: '300 runs of up to 60 commands, against a model',
  P8: 'each database step of two rivals',
  P9: '1,000 carts in opposite order, 16 writers',
  P11: 'Postgres stopped and killed under 20 callers',
  P12: 'connections ended 20 times a second for 30 s; none free',
  S1: '300 hostile requests for each handler and action',
  S2: 'every route, action and page for nine kinds of callers',
  S3: 'the same without the proxy, and in hostile spellings',
  S4: 'every write, every answer of a purchase',
  S5: 'every write and action, seven foreign origins',
  S6: 'twenty guesses at once, five are looked at; 900 s',
  S7: 'sign-out, password, ban and role from the next request',
  S8: 'every kind of page',
  S9: 'each poisoning header; what is personal',
  S11: 'each limit, and one beyond',
  S12: 'each unsafe setting',
  O1: '50 checkouts under way',
  O2: 'each kind of lost sale, and a database that is away',
  R40: 'every statement of a shopper, at 100,000 products',
}

export function rowsOf(lines: ProofLine[], { seed, commit, date }: ProofRun): ProofRow[] {
  return lines.map(({ promise, title, isPassed, seconds, why }) => ({
    promise,
    title: inOneCell(title),
    number: numbers[promise] ?? '',
    duration: `${seconds.toFixed(1)} s`,
    seed: String(seed),
    commit,
    date,
    result: isPassed ? 'kept' : `**broken**: ${inOneCell(why).slice(0, 200)}`,
  }))
}

const inOneCell = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')

/**
 * A run replaces every row of the promises it ran; the others keep theirs, with their own commit and date. An interrupted run replaces only
 * the tests that it finished.
 */
export function mergeRows(earlier: ProofRow[], made: ProofRow[], isInterrupted: boolean): ProofRow[] {
  const keyOf = ({ promise, title }: ProofRow) => (isInterrupted ? `${promise} ${title}` : promise)
  const replaced = new Set(made.map(keyOf))
  return [...earlier.filter((row) => !replaced.has(keyOf(row))), ...made].sort((a, b) => orderOf(a.promise) - orderOf(b.promise))
}

const orderOf = (promise: string) => 'PSOR'.indexOf(promise.charAt(0)) * 100 + Number(promise.slice(1))

export function tableOf(rows: ProofRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map((row) => line(columns.map((column) => row[column])))].join('\n')
}

/** The rows of a page that `documentOf` made. */
export function rowsIn(page: string): ProofRow[] {
  return page.split('\n').flatMap((line) => {
    if (!/^\| [PSOR]\d+ \|/.test(line)) return []
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
    const [promise = '', title = '', number = '', duration = '', seed = '', commit = '', date = '', result = ''] = cells
    return [{ promise, title, number, duration, seed, commit, date, result }]
  })
}

/** The whole page. `note` says what the last run was, on which machine. */
export function documentOf(rows: ProofRow[], note: string): string {
  return `# What was proved

\`npm run prove\` runs every promise at its full size and writes this; \`npm run prove -- P2 S1\` runs some and leaves the other rows as they are. \`SEED=\` with a row's number repeats it.

${note}

${tableOf(rows)}
`
}
