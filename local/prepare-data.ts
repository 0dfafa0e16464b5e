import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { demoStamp } from './build-stamp'
import { bringUpToDate, readDatabaseState } from './database'
import type { Start } from './start'
import { startTask } from './start-task'

/** Brings the schema up to date and, in local mode, loads the demo catalogue into an empty database. */
export async function prepareDatabase({ plan, board, env, signal }: Start) {
  const url = env.DATABASE_URL ?? ''
  await board.step('Schema', async () => `${await bringUpToDate(url)} migrations`)
  const state = await readDatabaseState(url)
  if (plan.kind === 'serve' || state.hasDemo || !state.isEmpty) return state
  await board.step('Demo catalogue', (report) => startTask('load-demo', env, report, signal))
  return readDatabaseState(url)
}

/** Asking whether all are there takes a second of a core, so the answer is kept beside them. */
export async function renderPictures({ board, env, signal }: Start): Promise<void> {
  const marker = path.join(env.MEDIA_DIR ?? '', '.complete')
  const wanted = await demoStamp()
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return
  await board.step('Pictures', (report) => startTask('render-pictures', env, report, signal))
  await writeFile(marker, wanted)
}
