import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import type { Load } from './load'

export type Result = {
  section: string
  name: string
  load: Load
  statementsPerRequest: number | null
  rssMb: number | null
  /** What it is held against, and how many times as fast it is. */
  ratio: { to: string; value: number } | null
  note?: string
}

const number = (value: number, digits = 0) => value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits })

export function line(result: Result): string {
  const { load, statementsPerRequest, rssMb, ratio } = result
  const cells = [
    result.name,
    number(load.perSecond, load.perSecond < 100 ? 1 : 0),
    number(load.p50, 1),
    number(load.p95, 1),
    number(load.p99, 1),
    statementsPerRequest === null ? '' : number(statementsPerRequest, 2),
    rssMb === null ? '' : number(rssMb),
    ratio ? `${number(ratio.value, 2)} × ${ratio.to}` : '',
    [load.failures > 0 ? `${load.failures} failures` : '', result.note ?? ''].filter(Boolean).join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The head of a table whose rows `line` makes. */
export const tableHead = '| | requests/s | p50 ms | p95 ms | p99 ms | statements | RSS MB | ratio | |\n|---|---|---|---|---|---|---|---|---|'

/** Writes the numbers as they are, with the machine, the date and the commit. */
export async function writeResults(file: string, results: Result[], facts: string[]): Promise<void> {
  const sections = [...new Set(results.map((result) => result.section))]
  const text = [
    '# Benchmark results',
    '',
    'Written by `npm run bench`. The load generator, the shop, Postgres and the payment provider share the machine, so compare within this run only.',
    '',
    whereAndWhen(),
    '',
    ...facts.map((fact) => `- ${fact}`),
    ...sections.flatMap((section) => ['', `## ${section}`, '', tableHead, ...results.filter((result) => result.section === section).map(line)]),
    '',
  ].join('\n')
  // What `npm run bench -- jobs`, `-- cache` and `-- dashboard` measured stays.
  const before = sectionsOf(await readFile(file, 'utf8').catch(() => ''))
  const kept = ownSections.map((name) => before.get(name)).filter((part) => part !== undefined)
  await writeFile(
    file,
    [text, ...kept]
      .map((part) => part.trimEnd())
      .join('\n\n')
      .concat('\n'),
  )
}

/** The date, the commit and the machine. */
export function whereAndWhen(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit}, ${machine}.`
}

/** Parts of the file that are measured by themselves. */
const ownSections = ['Cache and load', 'Background work', 'Dashboard'] as const

/** Writes what was measured into a section of the file; the others stay. */
export async function writeSection(file: string, name: (typeof ownSections)[number], lines: string[]): Promise<void> {
  const sections = sectionsOf(await readFile(file, 'utf8').catch(() => '# Benchmark results\n'))
  sections.set(name, [`## ${name}`, '', ...lines, ''].join('\n'))
  await writeFile(
    file,
    [...sections.values()]
      .map((text) => text.trimEnd())
      .join('\n\n')
      .concat('\n'),
  )
}

/** The parts of the file by their headings; what stands above the first is under the empty name. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m)
  return new Map(parts.map((part) => [/^## (.+)$/m.exec(part.split('\n')[0] ?? '')?.[1] ?? '', part]))
}
