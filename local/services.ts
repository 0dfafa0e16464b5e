import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, stat, truncate } from 'node:fs/promises'
import { createConnection } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGuard } from './guard'
import { GUARD, type RunFile } from './run-state'
import { DISK_FULL, isDiskFull, refusal, stopped } from './sentences'

export type ServiceOptions = {
  name: string
  /** Arguments of Node, or of `program`. */
  args: string[]
  program?: string
  env: Record<string, string | undefined>
  /** How it says that it is ready: a message over IPC, or by listening on a port. */
  ready: 'message' | { port: number }
  readyWithinMs?: number
  /** Its output goes to the terminal instead of its log. */
  isVerbose?: boolean
}

type Service = { name: string; child: ChildProcess; signal: 'SIGTERM' | 'SIGINT' }
export type Death = { name: string; how: string; logFile: string }

const MAX_LOG_BYTES = 5_000_000

/** The processes of one supervisor: started in order, stopped in the opposite order, none of them left behind. */
export async function createServices(dataDirectory: string, runFile: RunFile) {
  const logs = path.join(dataDirectory, 'logs')
  await mkdir(logs, { recursive: true })
  const running: Service[] = []
  const guard = startGuard()
  let isStopping = false
  let died: (death: Death) => void = () => {}
  /** Settles when one of them ends by itself. */
  const death = new Promise<Death>((resolve) => {
    died = resolve
  })
  const bounding = setInterval(() => void Promise.all(running.map(({ name }) => shorten(logFileOf(name)))), 60_000)
  bounding.unref()
  if (guard.process.pid) await runFile.add(GUARD, guard.process.pid)
  guard.process.once('exit', () => {
    if (!isStopping) died({ name: GUARD, how: 'was ended', logFile: logs })
  })

  const logFileOf = (name: string) => path.join(logs, `${name.toLowerCase().replaceAll(' ', '-')}.log`)

  /** Takes a process under supervision. The first one taken is stopped last. */
  async function adopt(name: string, child: ChildProcess, signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
    if (isStopping) {
      // It was being started when the end began.
      await end({ name, child, signal })
      throw stopped()
    }
    const service = { name, child, signal }
    running.push(service)
    child.once('exit', (code, by) => {
      running.splice(running.indexOf(service), 1)
      if (!isStopping) died({ name, how: by ? `ended by ${by}` : `ended with code ${code}`, logFile: logFileOf(name) })
    })
    await watch(name, child, signal)
  }

  /** For what comes to an end by itself, such as the build: only a supervisor that dies takes it along. */
  async function watch(name: string, child: ChildProcess, signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<void> {
    const { pid } = child
    if (!pid) return
    guard.watch(pid, signal === 'SIGINT' ? 'INT' : 'TERM')
    child.once('exit', () => guard.forget(pid))
    await runFile.add(name, pid)
  }

  /** @throws a refusal that names the log when it does not become ready. */
  async function start({
    name,
    args,
    program = process.execPath,
    env,
    ready,
    readyWithinMs = 30_000,
    isVerbose,
  }: ServiceOptions): Promise<ChildProcess> {
    const logFile = logFileOf(name)
    await rotate(logFile)
    if (isStopping) throw stopped()
    const log = isVerbose ? undefined : openSync(logFile, 'a')
    const output = log ?? 'inherit'
    // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops everything in order.
    const child = spawn(program, args, {
      env: env as NodeJS.ProcessEnv,
      stdio: ready === 'message' ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
      detached: true,
    })
    if (log !== undefined) closeSync(log)
    const failed = new Promise<never>((_, reject) => {
      child.once('error', reject)
      child.once('exit', () => reject(new Error(`${name} ended while it was starting`)))
    })
    failed.catch(() => {})
    await adopt(name, child, 'SIGTERM')
    const waited = new AbortController()
    const late = sleep(readyWithinMs, undefined, { signal: waited.signal }).then(() => Promise.reject(new Error(`${name} was not ready in time`)))
    late.catch(() => {})
    try {
      await Promise.race([ready === 'message' ? messageOf(child) : listening(ready.port, waited.signal), failed, late])
    } catch (error) {
      const words = await readFile(logFile, 'utf8').catch(() => '')
      if (isDiskFull(words.slice(-2_000))) throw refusal(DISK_FULL, error)
      throw refusal(`${name} did not start: the reason is at the end of ${path.relative('.', logFile)}.`, error)
    } finally {
      waited.abort()
    }
    return child
  }

  /** Stops them one after another, the newest first, and waits for each; then nothing can be started any more. */
  async function stopAll(): Promise<void> {
    isStopping = true
    clearInterval(bounding)
    for (const service of running.toReversed()) await end(service)
  }

  /** The last word, when nothing is being started either. */
  async function close(): Promise<void> {
    guard.dismiss()
    await runFile.remove()
  }

  return { start, adopt, watch, stopAll, close, death, logFileOf }
}

export type Services = Awaited<ReturnType<typeof createServices>>

/** Postgres ends its checkpoint however long it takes; the others have ten seconds for what they are doing. */
async function end({ child, signal }: Service): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const impatience = setTimeout(() => child.kill('SIGKILL'), signal === 'SIGINT' ? 120_000 : 12_000)
  await gone
  clearTimeout(impatience)
}

const messageOf = (child: ChildProcess) => new Promise<void>((resolve) => child.once('message', () => resolve()))

async function listening(port: number, signal: AbortSignal): Promise<void> {
  while (!(await accepts(port))) await sleep(25, undefined, { signal })
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** The arguments with which Node runs one of our files. */
export const script = (file: string) => ['--import', 'tsx', path.resolve(file)]

/** At a start the log of earlier runs is put aside when it has grown. */
export async function rotate(file: string): Promise<void> {
  const size = (await stat(file).catch(() => null))?.size ?? 0
  if (size > MAX_LOG_BYTES) await rename(file, `${file}.1`)
}

/** While its process runs the file stays open, so it is copied and emptied; the process appends and goes on at the beginning. */
async function shorten(file: string): Promise<void> {
  const size = (await stat(file).catch(() => null))?.size ?? 0
  if (size <= 2 * MAX_LOG_BYTES) return
  await copyFile(file, `${file}.1`)
  await truncate(file)
}
