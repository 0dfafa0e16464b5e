import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isFileKey, requireFileKey } from './file-key'
import type { FileEntry, Storage } from './storage'

/** Files in a directory of this machine; instances on several machines mount the same one, or use S3. */
export function openLocalDisk(directory: string): Storage {
  const placeOf = (key: string) => path.join(/* turbopackIgnore: true */ directory, requireFileKey(key))

  return {
    async put(key, content) {
      const place = placeOf(key)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      // Begins with a dot, which no key does: what a killed process leaves behind is never listed.
      const draft = path.join(path.dirname(place), `.${randomUUID()}`)
      try {
        await pipeline(Readable.from(content instanceof Uint8Array ? [content] : content), createWriteStream(draft, { mode: 0o600, flush: true }))
        const { size } = await stat(draft)
        await rename(draft, place)
        return size
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },

    async get(key) {
      const file = await unlessMissing(open(placeOf(key)))
      if (!file) return null
      const { size } = await file.stat()
      return { body: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>, bytes: size }
    },

    has: async (key) => (await unlessMissing(stat(placeOf(key)))) !== null,

    delete: (key) => rm(placeOf(key), { force: true }),

    async *list(prefix) {
      const folder = path.join(/* turbopackIgnore: true */ directory, prefix.slice(0, prefix.lastIndexOf('/') + 1))
      for await (const place of filesIn(folder)) {
        const key = path.relative(directory, place).split(path.sep).join('/')
        if (!key.startsWith(prefix) || !isFileKey(key)) continue
        const entry = await unlessMissing(entryOf(key, place))
        if (entry) yield entry
      }
    },
  }
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await unlessMissing(opendir(folder))
  if (!entries) return
  for await (const entry of entries) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(place)
    else yield place
  }
}

async function entryOf(key: string, place: string): Promise<FileEntry> {
  const { size, mtime } = await stat(place)
  return { key, bytes: size, changedAt: mtime }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
