import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { initialise, postgresFiles } from './postgres-files'
import { commandLineOf, endProcess, markOf } from './processes'
import { DISK_FULL, isDiskFull, refusal } from './sentences'

export type PostgresOptions = {
  /** Where the cluster lives; made at the first start. Absolute. */
  directory: string
  port: number
  /** Durability off: for tests only. */
  fast?: boolean
  /** Where its messages go; nowhere without it. */
  logFile?: string
}

/** A running Postgres of our own, from npm. `child` is its first process; a SIGINT to it stops the cluster. */
export type LocalPostgres = { url: string; pid: number; child: ChildProcess; directory: string; stop(): Promise<void> }

/**
 * Starts a Postgres 18 that belongs to `directory`, creating the cluster if there is none. One that an earlier, killed process left
 * running there is stopped first. Works as root through the user `postgres`.
 * @throws a refusal, whose message is a sentence for a person.
 */
export async function startPostgres({ directory: wanted, port, fast = false, logFile }: PostgresOptions): Promise<LocalPostgres> {
  const files = await postgresFiles(wanted)
  const { directory, postgres, owner } = files
  await initialise(files)
  await clearEarlierRun(directory)
  const log = logFile ? openSync(logFile, 'a') : undefined
  const child = spawn(postgres, ['-D', directory, ...flags(port, fast)], {
    ...owner,
    cwd: '/',
    stdio: ['ignore', log ?? 'ignore', log ?? 'pipe'],
    // A group of its own: Ctrl-C in the terminal must reach the supervisor alone, which stops Postgres last.
    detached: true,
  })
  if (log !== undefined) closeSync(log)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000)
  })
  let exited = false
  child.once('error', (error) => {
    exited = true
    said += error.message
  })
  child.once('exit', () => {
    exited = true
  })
  await untilPortAnswers(port, () => exited).catch(async (error: unknown) => {
    const words = logFile ? await lastWords(logFile) : said
    if (!exited) child.kill('SIGQUIT')
    throw isDiskFull(words) ? refusal(DISK_FULL, error) : refusal(`Postgres did not start in ${directory}${reasonIn(words)}.`, error)
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid: child.pid ?? 0,
    child,
    directory,
    stop: async () => {
      if (exited) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await gone
    },
  }
}

function flags(port: number, fast: boolean): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_preload_libraries: 'pg_stat_statements',
    shared_buffers: '256MB',
    random_page_cost: 1.1,
    max_wal_size: '4GB',
    ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * `postmaster.pid` names the process that holds the cluster. It may be gone, its number may belong to another program by now, or it may
 * still run because its supervisor was killed; only the last one is asked to stop, and it finishes its checkpoint first.
 */
async function clearEarlierRun(directory: string): Promise<void> {
  const file = path.join(directory, 'postmaster.pid')
  const content = await readFile(file, 'utf8').catch(() => null)
  if (content === null) return
  const pid = Number(content.split('\n')[0])
  const mark = await markOf(pid)
  if (mark && isPostgresOf(directory, await commandLineOf(pid))) await endProcess(mark, 'SIGINT', 20_000)
  await rm(file, { force: true })
}

const isPostgresOf = (directory: string, commandLine: string) => commandLine.includes('postgres') && commandLine.includes(`-D ${directory} `)

async function untilPortAnswers(port: number, hasExited: () => boolean): Promise<void> {
  // Recovery after a crash under load may take a while; Postgres refuses connections until it is over.
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(25)) {
    if (hasExited()) throw new Error(`Postgres ended while it was starting on port ${port}.`)
    if (await answers(port)) return
  }
  throw new Error(`Postgres did not answer on port ${port} within 60 s.`)
}

/** True when the server accepts work: it answers a start-up packet by asking for a password or letting us in, not by an error such as 57P03. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(startupPacket()))
    socket.setTimeout(1_000, () => socket.destroy())
    socket.once('data', (reply) => {
      socket.destroy()
      resolve(reply[0] === 'R'.charCodeAt(0))
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}

function startupPacket(): Buffer {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1')
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([length, body])
}

const lastWords = async (file: string) => (await readFile(file, 'utf8').catch(() => '')).slice(-4_000)

function reasonIn(words: string): string {
  const line = words.split('\n').findLast((text) => /FATAL|PANIC/.test(text))
  return line ? ` (${line.replace(/^.*?(FATAL|PANIC):\s*/, '')})` : ''
}
