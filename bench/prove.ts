import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'

/**
 * `npm run prove` runs every promise of the project at its full size under a fresh seed and writes `bench/PROOF.md`.
 * `npm run prove -- P2 S1` runs some of them and prints what came of them. `SEED=` repeats a run.
 */

/** What "full size" is, for the table. Promises without an entry are shown by their tests alone. */
const numbers: Record<string, string> = {
  P1: '500 shoppers for 50 units over HTTP, and random crowds',
  P2: '200 kills at random instants, 8 purchases under way at each',
  P3: '50 keys, each ten times in parallel',
  P4: '20 times in parallel; all 720 orders of six events; 11 bad signatures',
  P8: 'each database step of two rivals',
  P9: '1,000 carts in opposite order, 16 writers',
  P11: 'Postgres stopped and killed under 20 callers',
  P12: 'backends ended 20 times a second; pool exhausted',
  S1: '300 hostile requests for each handler and action',
  S4: 'every write, every answer of a purchase',
  S5: 'every write and action, seven foreign origins',
  S8: 'every kind of page',
  S11: 'each limit, and one beyond',
  S12: 'each unsafe setting',
  O1: '50 checkouts under way',
  O2: 'each kind of lost sale, and a database that is away',
}

const configs = ['vitest.config.ts', 'vitest.proof.config.ts']

type Line = { promise: string; title: string; isPassed: boolean; seconds: number; why: string }
type Report = { testResults: { assertionResults: { title: string; status: string; duration?: number | null; failureMessages?: string[] }[] }[] }

const wanted = process.argv.slice(2).map((name) => name.toUpperCase())
const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31)
const beganAt = Date.now()

const lines: Line[] = []
for (const config of configs) lines.push(...(await runPromises(config)))
lines.sort((a, b) => orderOf(a.promise) - orderOf(b.promise))

const table = tableOf(lines)
process.stdout.write(`\n${table}\n`)
if (wanted.length === 0) await writeFile('bench/PROOF.md', documentOf(table))
const missing = wanted.filter((name) => !lines.some(({ promise }) => promise === name))
if (missing.length > 0) process.stdout.write(`\nNo test is named after ${missing.join(', ')}.\n`)
const failed = lines.filter(({ isPassed }) => !isPassed)
process.stdout.write(`\n${lines.length - failed.length} kept, ${failed.length} broken, SEED=${seed}\n`)
process.exit(failed.length + missing.length === 0 && lines.length > 0 ? 0 : 1)

/** Tests carry the name of their promise in front: `P2: kill -9 …`. */
async function runPromises(config: string): Promise<Line[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'prove-'))
  try {
    const report = path.join(directory, 'report.json')
    const pattern = wanted.length > 0 ? `^(${wanted.join('|')}): ` : '^[PSO]\\d+: '
    const args = [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
      '-t',
      pattern,
    ]
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
      stdio: 'inherit',
      env: { ...process.env, PROVE: '1', SEED: String(seed) },
    })
    await once(child, 'exit')
    return linesOf(JSON.parse(await readFile(report, 'utf8')) as Report)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function linesOf({ testResults }: Report): Line[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .flatMap(({ title, status, duration, failureMessages }) => {
      const [, promise = '', text = ''] = /^([PSO]\d+): (.*)$/s.exec(title) ?? []
      const why = failureMessages?.[0]?.split('\n')[0] ?? ''
      return promise ? [{ promise, title: text, isPassed: status === 'passed', seconds: (duration ?? 0) / 1_000, why }] : []
    })
}

function orderOf(promise: string): number {
  return 'PSO'.indexOf(promise.charAt(0)) * 100 + Number(promise.slice(1))
}

function tableOf(all: Line[]): string {
  const rows = all.map(({ promise, title, isPassed, seconds, why }) => {
    const result = isPassed ? 'kept' : `**broken**: ${why.replaceAll('|', '\\|').slice(0, 200)}`
    return `| ${promise} | ${title.replaceAll('|', '\\|')} | ${numbers[promise] ?? ''} | ${seconds.toFixed(1)} s | ${result} |`
  })
  return ['| promise | test | number | duration | result |', '|---|---|---|---|---|', ...rows].join('\n')
}

function documentOf(table: string): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const isDirty = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { encoding: 'utf8' }).trim() !== ''
  const machine = `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`
  const minutes = ((Date.now() - beganAt) / 60_000).toFixed(1)
  return `# What was proved

\`npm run prove\` wrote this: every promise at its full size, under one fresh seed. \`SEED=${seed} npm run prove\` repeats it; \`npm run prove -- P2 S1\` runs some.

Commit ${commit}${isDirty ? ' with changes' : ''}, ${new Date().toISOString().slice(0, 10)}, ${machine}, ${minutes} minutes.

${table}
`
}
