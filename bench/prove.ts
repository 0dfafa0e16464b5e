import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { proofFiles } from './proof-files'
import { documentOf, mergeRows, type ProofLine, type ProofRun, rowsIn, rowsOf, tableOf } from './proof-page'

/*
 * `npm run prove` runs every promise of the project at its full size under a fresh seed and writes `bench/PROOF.md`.
 * `npm run prove -- P2 S1` runs some of them and leaves the rows of the others. Ctrl-C ends it; what was finished is written.
 */

const PAGE = 'bench/PROOF.md'

const wanted = process.argv.slice(2).map((name) => name.toUpperCase())
const run: ProofRun = {
  seed: Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31),
  commit: commitNow(),
  date: new Date().toISOString().slice(0, 10),
}
const directory = await mkdtemp(path.join(tmpdir(), 'prove-'))
const linesFile = path.join(directory, 'lines')
await writeFile(linesFile, '')
const { signal, onProcess } = interruption()
const beganAt = Date.now()

let hasCrashed = false
for (const { config, files } of proofFiles(wanted)) {
  if (!signal.aborted) hasCrashed = (await prove(config, files)) || hasCrashed
}
const lines = await linesSoFar()
await rm(directory, { recursive: true, force: true })

const made = rowsOf(lines, run)
if (made.length > 0) {
  const rows = mergeRows(rowsIn(await readFile(PAGE, 'utf8').catch(() => '')), made, signal.aborted)
  await writeFile(PAGE, documentOf(rows, noteOf(Date.now() - beganAt)))
}
process.stdout.write(`\n${tableOf(made)}\n`)
const missing = signal.aborted ? [] : wanted.filter((name) => !lines.some(({ promise }) => promise === name))
if (missing.length > 0) process.stdout.write(`\nNo test is named after ${missing.join(', ')}.\n`)
const broken = lines.filter(({ isPassed }) => !isPassed).length
if (hasCrashed && broken === 0 && !signal.aborted) process.stdout.write('\nThe test runner itself failed; see above.\n')
process.stdout.write(`\n${lines.length - broken} kept, ${broken} broken, SEED=${run.seed}${signal.aborted ? ', interrupted' : ''}\n`)
process.exit(broken + missing.length === 0 && lines.length > 0 && !hasCrashed && !signal.aborted ? 0 : 1)

/** True when vitest ended in another way than it should; a broken promise is one reason of several. */
async function prove(config: string, files: string[]): Promise<boolean> {
  const pattern = wanted.length > 0 ? `^(${wanted.join('|')}): ` : '^[PSOR]\\d+: '
  const args = ['run', ...files, '--config', config, '--reporter=default', '--reporter=./bench/proof-reporter.ts', '-t', pattern]
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    stdio: 'inherit',
    env: { EXPLAIN_PRODUCTS: '100000', ...process.env, PROVE: '1', SEED: String(run.seed), PROOF_LINES: linesFile },
  })
  onProcess(child)
  const [code] = await once(child, 'exit')
  return code !== 0
}

async function linesSoFar(): Promise<ProofLine[]> {
  const text = await readFile(linesFile, 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ProofLine)
}

/** Ctrl-C reaches vitest by itself, a signal to this process alone does not; vitest then ends its servers before it goes. */
function interruption() {
  const controller = new AbortController()
  let running: ChildProcess | undefined
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      controller.abort()
      process.stdout.write('\nInterrupted: writing down what was finished …\n')
      running?.kill('SIGINT')
    })
  }
  return {
    signal: controller.signal,
    onProcess: (child: ChildProcess) => {
      running = child
    },
  }
}

function commitNow(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const isDirty = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { encoding: 'utf8' }).trim() !== ''
  return isDirty ? `${commit} with changes` : commit
}

function noteOf(tookMs: number): string {
  const what = wanted.length > 0 ? `of ${wanted.join(', ')}` : 'of everything'
  const minutes = `${(tookMs / 60_000).toFixed(1)} minutes`
  const end = signal.aborted ? `was interrupted after ${minutes}; what it did not reach shows earlier results` : `took ${minutes}`
  return `The last run, ${what} on ${run.date}, ${end} (${cpus().length} cores, Node ${process.versions.node}, ${process.platform}).`
}
