import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { refusal } from './sentences'

/**
 * Makes a directory and those above it, one after the other: `mkdir` with `recursive` never ends where nothing can be made, as in /proc.
 * @throws a refusal where there cannot be a directory; errors of permission and disk as they are.
 */
export async function makeDirectory(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => null)
  if (found?.isDirectory()) return
  const cannotBe = refusal(`${directory} cannot be a directory: set DATA_DIR to another one.`)
  if (found || directory === path.dirname(directory)) throw cannotBe
  await makeDirectory(path.dirname(directory))
  await mkdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw cannotBe
    // Somebody else was faster.
    if (error.code !== 'EEXIST') throw error
  })
}
