import { writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { renderPictures } from '@/db/demo/render-pictures'
import { runTask } from './run-task'

/** Draws the demo catalogue's pictures that are not there yet, in what time the build and the shop leave over. Environment: MEDIA_DIR. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
// Linux weighs sessions before it weighs what is in them, and this process has one of its own.
await writeFile('/proc/self/autogroup', String(constants.priority.PRIORITY_BELOW_NORMAL)).catch(() => {})
await runTask(async (onProgress) => {
  const { rendered, total } = await renderPictures({ directory: process.env.MEDIA_DIR ?? '', onProgress })
  return rendered === 0 ? `${total}, all there` : `${rendered} drawn`
})
