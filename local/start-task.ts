import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Report } from './board'
import { DISK_FULL, isDiskFull, refusal, stopped } from './sentences'
import type { TaskMessage } from './tasks/run-task'

/** Runs `local/tasks/<name>.ts` to its end and passes its progress on. @returns what it says at the end. */
export async function startTask(name: string, env: Record<string, string | undefined>, report: Report, signal: AbortSignal): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve(`local/tasks/${name}.ts`)], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  })
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end)
  let words = ''
  let result: string | null = null
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4_000)
  })
  child.on('message', (message: TaskMessage) => {
    if ('progress' in message) report.progress(message.progress)
    else result = message.done
  })
  await once(child, 'close')
  signal.removeEventListener('abort', end)
  if (result !== null) return result
  if (signal.aborted) throw stopped()
  if (isDiskFull(words)) throw refusal(DISK_FULL)
  throw new Error(`The task ${name} failed.\n${words}`)
}
