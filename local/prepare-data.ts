import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { closeDemoPeople } from '@/db/demo/people'
import { demoStamp } from './build-stamp'
import { bringUpToDate, readDatabaseState } from './database'
import type { Start } from './start'
import { startTask } from './start-task'

/** Brings the schema up to date and, in local mode, loads the demo catalogue into an empty database, with its logins. */
export async function prepareDatabase({ plan, board, env, signal }: Start) {
  const url = env.DATABASE_URL ?? ''
  await board.step('Schema', async () => `${await bringUpToDate(url)} migrations`)
  if (plan.kind === 'serve') await closeDemoPeople(url)
  const state = await readDatabaseState(url)
  if (plan.kind === 'serve') return { ...state, hasDemoPeople: false }
  if (!state.hasDemo && state.isEmpty) await board.step('Demo catalogue', (report) => startTask('load-demo', env, report, signal))
  const filled = await readDatabaseState(url)
  // A shop with products of its own is somebody's: it gets no logins that everybody knows.
  if (filled.hasDemo && !filled.hasDemoPeople) await board.step('Demo people', (report) => startTask('load-demo-people', env, report, signal))
  return { ...filled, hasDemoPeople: filled.hasDemo }
}

/** Asking whether all are there takes a second of a core, so the answer is kept beside them. */
export async function renderPictures({ board, env, signal }: Start): Promise<void> {
  const marker = path.join(env.MEDIA_DIR ?? '', '.complete')
  const wanted = await demoStamp()
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return
  await board.step('Pictures', (report) => startTask('render-pictures', env, report, signal))
  await writeFile(marker, wanted)
}
