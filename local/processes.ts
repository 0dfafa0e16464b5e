import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A process that survives being written down: its id and when it began, because ids are given out again. */
export type ProcessMark = { pid: number; began: string }

/** @returns null when there is no such process. */
export async function markOf(pid: number): Promise<ProcessMark | null> {
  try {
    if (process.platform !== 'linux') {
      const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)])
      return stdout.trim() ? { pid, began: stdout.trim() } : null
    }
    // The name, in brackets, may hold spaces; state is field 3 and the start time field 22 of proc(5).
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
    const began = fields[19]
    return began && fields[0] !== 'Z' ? { pid, began } : null
  } catch {
    // No such file, or `ps` found nothing: there is no such process.
    return null
  }
}

export async function isAlive(mark: ProcessMark): Promise<boolean> {
  return (await markOf(mark.pid))?.began === mark.began
}

/** The command line of a process; empty when it cannot be read. */
export async function commandLineOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout.trim()
  } catch {
    // It ended in between, which callers read as "not ours".
    return ''
  }
}

export async function untilGone(mark: ProcessMark, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(25)) {
    if (!(await isAlive(mark))) return true
  }
  return !(await isAlive(mark))
}

/** Asks a process to end, and after `limitMs` makes it. */
export async function endProcess(mark: ProcessMark, signal: NodeJS.Signals, limitMs: number): Promise<void> {
  if (!(await isAlive(mark))) return
  send(mark.pid, signal)
  if (await untilGone(mark, limitMs)) return
  send(mark.pid, 'SIGKILL')
  await untilGone(mark, 5_000)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // It ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
