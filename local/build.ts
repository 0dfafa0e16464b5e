import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import type { Report } from './board'
import { readStamp, removeStamp, writeStamp } from './build-stamp'
import { DISK_FULL, isDiskFull, refusal } from './sentences'

export type BuildOptions = {
  buildDirectory: string
  stamp: string
  env: Record<string, string | undefined>
  logFile: string
  signal: AbortSignal
  onProcess: (child: ChildProcess) => Promise<void>
}

/** The id under which browsers know a build: the same for all instances that were built from the same things. */
export const deploymentIdOf = (stamp: string): string => stamp.slice(0, 16)

export async function isBuilt(buildDirectory: string, stamp: string): Promise<boolean> {
  return (await readStamp(buildDirectory)) === stamp
}

/** `next build`, then the server entry as one file beside it. The stamp is written last: a build that was cut short is made again. */
export async function buildShop(options: BuildOptions, report: Report): Promise<void> {
  await removeStamp(options.buildDirectory)
  await buildPages(options, report)
  report.note('the server entry')
  await buildServerEntry(options.buildDirectory)
  await writeStamp(options.buildDirectory, options.stamp)
}

async function buildPages({ env, logFile, signal, stamp, onProcess }: BuildOptions, report: Report): Promise<void> {
  const log = createWriteStream(logFile)
  const child = spawn(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_DEPLOYMENT_ID: deploymentIdOf(stamp) } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  await onProcess(child)
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end)
  let tail = ''
  const read = (text: string) => {
    log.write(text)
    tail = (tail + text).slice(-6_000)
    const stage = stageIn(text)
    if (stage) report.note(stage)
  }
  child.stdout.setEncoding('utf8').on('data', read)
  child.stderr.setEncoding('utf8').on('data', read)
  const [code] = (await once(child, 'close')) as [number | null]
  signal.removeEventListener('abort', end)
  log.end()
  if (code === 0) return
  if (isDiskFull(tail)) throw refusal(DISK_FULL)
  const where = path.relative('.', logFile)
  throw refusal(`${signal.aborted ? '' : `${tail.trim().split('\n').slice(-25).join('\n')}\n\n`}The build failed: what it said is in ${where}.`)
}

function stageIn(text: string): string | null {
  if (/Generating static pages|Collecting page data/.test(text)) return 'the pages'
  if (/Running TypeScript|Linting/.test(text)) return 'checking types'
  if (/Creating an optimized production build/.test(text)) return 'compiling'
  return null
}

/** Bundled, because loading TypeScript at each start would cost more than everything else the entry does. */
async function buildServerEntry(buildDirectory: string): Promise<void> {
  await bundle({
    entryPoints: ['server.ts'],
    outfile: path.join(buildDirectory, 'server-entry.mjs'),
    bundle: true,
    packages: 'external',
    alias: { '@': path.resolve('.') },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  })
}
