import { renderPictures } from '@/db/demo/render-pictures'
import { runTask } from './run-task'

/** Draws the demo catalogue's pictures that are not there yet. Environment: MEDIA_DIR. */
await runTask(async (onProgress) => {
  const { rendered, total } = await renderPictures({ directory: process.env.MEDIA_DIR ?? '', onProgress })
  return rendered === 0 ? `${total}, all there` : `${rendered} drawn`
})
