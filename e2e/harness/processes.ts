import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process that a test started and may kill. Its output is kept, so that a test can look for log lines. */
export type Running = {
  child: ChildProcess
  pid: number
  output(): string
  /** Sends `signal` and waits until it has gone. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export type StartOptions = {
  name: string
  args: string[]
  env: Record<string, string | undefined>
  /** It is ready when it sends an IPC message, or when this address answers 2xx. */
  ready: 'message' | { url: string }
}

const MAX_OUTPUT = 20_000_000
const living = new Set<ChildProcess>()

// A test run that is interrupted leaves nothing behind.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** @throws with what the process said when it does not become ready. */
export async function startProcess({ name, args, env, ready }: StartOptions): Promise<Running> {
  const child = spawn(process.execPath, args, { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  living.add(child)
  let said = ''
  const keep = (text: string) => {
    said = (said + text).slice(-MAX_OUTPUT)
  }
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  const gone = once(child, 'exit').then(([code, signal]) => {
    living.delete(child)
    return { code: code as number | null, signal: signal as NodeJS.Signals | null }
  })
  const isReady = ready === 'message' ? once(child, 'message') : untilAnswers(ready.url)
  const first = await Promise.race([isReady.then(() => 'ready'), gone.then(() => 'gone'), sleep(60_000, 'late', { ref: false })])
  if (first !== 'ready') {
    child.kill('SIGKILL')
    throw new Error(`${name} did not start (${first}):\n${said.slice(-4_000)}`)
  }
  return {
    child,
    pid: child.pid ?? 0,
    output: () => said,
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return gone
    },
  }
}

async function untilAnswers(url: string): Promise<void> {
  for (let isUp = false; !isUp; ) {
    isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (!isUp) await sleep(25)
  }
}
