import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeDirectory } from './make-directory'
import { endProcess, isAlive, markOf, type ProcessMark, untilGone } from './processes'
import { refusal } from './sentences'

type RunState = { supervisor: ProcessMark; address: string; services: { name: string; mark: ProcessMark }[]; isStopping: boolean }

export const GUARD = 'The guard of the processes'

/** The file that says who runs from a data directory. */
export type RunFile = { add(name: string, pid: number): Promise<void>; sayStopping(): Promise<void>; remove(): Promise<void> }

/** Longer than a shop takes to finish its requests and Postgres to write everything down. */
const STOPPED_WITHIN_MS = 40_000

/**
 * Takes the data directory for this process. What an earlier run left behind after a `kill -9` is given time to end, because its guard
 * is ending it, and is ended otherwise.
 * @throws a refusal when another supervisor runs from it.
 */
export async function takeDataDirectory(dataDirectory: string, address: string): Promise<RunFile> {
  await makeDirectory(dataDirectory)
  const file = path.join(dataDirectory, 'running.json')
  const supervisor = await markOf(process.pid)
  if (!supervisor) throw new Error('This process cannot be found in the process table')
  const state: RunState = { supervisor, address, services: [], isStopping: false }
  for (let attempt = 0; !(await createExclusively(file, state)); attempt++) {
    const earlier = await readState(file)
    if (earlier?.isStopping) await untilGone(earlier.supervisor, STOPPED_WITHIN_MS)
    if (earlier && (await isAlive(earlier.supervisor))) {
      throw refusal(
        `Highstreet is already running at ${earlier.address} (process ${earlier.supervisor.pid}): stop it with Ctrl-C there, or set another DATA_DIR and PORT.`,
      )
    }
    await endLeftovers(earlier?.services ?? [])
    await removeStale(file, earlier)
    if (attempt === 5) throw refusal(`${file} cannot be written: give this user access to it, or set DATA_DIR to another directory.`)
  }
  let writing = Promise.resolve()
  const change = (make: () => Promise<void>): Promise<void> => {
    writing = writing.then(async () => {
      await make()
      await writeFile(`${file}.next.${process.pid}`, JSON.stringify(state), { mode: 0o600 })
      await rename(`${file}.next.${process.pid}`, file)
    })
    return writing
  }
  return {
    add: (name, pid) =>
      change(async () => {
        const mark = await markOf(pid)
        if (mark) state.services.push({ name, mark })
      }),
    sayStopping: () =>
      change(async () => {
        state.isStopping = true
      }),
    remove: () => writing.then(() => rm(file, { force: true })),
  }
}

/** A guard that lives is ending the others in order; without one they are ended here, the newest first and Postgres by its own way of stopping. */
async function endLeftovers(services: RunState['services']): Promise<void> {
  const guard = services.find(({ name }) => name === GUARD)
  if (guard) await untilGone(guard.mark, 15_000)
  for (const { name, mark } of services.toReversed()) {
    if (name === 'Postgres' && !(await untilGone(mark, 10))) await endProcess(mark, 'SIGINT', 20_000)
    else await endProcess(mark, 'SIGTERM', 11_000)
  }
}

/** The supervisor that runs from a data directory, or null. */
export async function runningSupervisor(dataDirectory: string): Promise<RunState | null> {
  const state = await readState(path.join(dataDirectory, 'running.json'))
  return state && (await isAlive(state.supervisor)) ? state : null
}

/** Whole or not at all: one that starts at the same moment must never read half of it. */
async function createExclusively(file: string, state: RunState): Promise<boolean> {
  const whole = `${file}.${process.pid}.${randomUUID()}`
  await writeFile(whole, JSON.stringify(state), { mode: 0o600 })
  try {
    await link(whole, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(whole, { force: true })
  }
}

/** Another start may have replaced the stale file in between; that one is put back. */
async function removeStale(file: string, stale: RunState | null): Promise<void> {
  const aside = `${file}.stale.${randomUUID()}`
  await rename(file, aside).catch(() => {})
  const moved = await readState(aside)
  if (moved && moved.supervisor.began !== stale?.supervisor.began) await link(aside, file).catch(() => {})
  await rm(aside, { force: true })
}

async function readState(file: string): Promise<RunState | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunState
  } catch {
    // Not there, or cut short by a full disk or a kill: nobody is known to run.
    return null
  }
}
