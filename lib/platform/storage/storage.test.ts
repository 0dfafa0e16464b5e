import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isFileKey } from './file-key'
import { openLocalDisk } from './local-disk'
import { openS3 } from './s3'
import type { Storage, StoredFile } from './storage'
import { startFakeS3 } from './testing/fake-s3'

const directory = await mkdtemp(path.join(tmpdir(), 'highstreet-files-'))
const s3 = await startFakeS3()
afterAll(async () => {
  await rm(directory, { recursive: true, force: true })
  await s3.close()
})

const stores: [string, Storage][] = [
  ['the local disk', openLocalDisk(directory)],
  ['S3', openS3(s3.settings)],
]
const zip = { contentType: 'application/zip' }
const MB = 1024 * 1024

const textOf = async (file: StoredFile | null) => (file ? await new Response(file.body).text() : null)

/** Bytes that differ from place to place, in pieces of uneven length. */
async function* pieces(bytes: number): AsyncGenerator<Uint8Array> {
  let seed = 7
  for (let left = bytes; left > 0; ) {
    const piece = Buffer.alloc(Math.min(left, 300_007), String(seed++))
    left -= piece.byteLength
    yield piece
  }
}

async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of content) hash.update(piece)
  return hash.digest('hex')
}

async function keysOf(store: Storage, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(prefix)) keys.push(key)
  return keys.sort()
}

describe.each(stores)('%s', (_name, store) => {
  test('gives back what was put, the newest under a key, and nothing where nothing is', async () => {
    expect(await store.put('notes/a.txt', Buffer.from('first'), { contentType: 'text/plain' })).toBe(5)
    await store.put('notes/a.txt', Buffer.from('second'), { contentType: 'text/plain' })
    const file = await store.get('notes/a.txt')
    expect([file?.bytes, await textOf(file)]).toEqual([6, 'second'])
    expect(await store.get('notes/none.txt')).toBeNull()
    expect([await store.has('notes/a.txt'), await store.has('notes/none.txt')]).toEqual([true, false])
  })

  test('keeps a long file that comes in pieces, and an empty one', async () => {
    const bytes = 19 * MB + 3
    expect(await store.put('big/file.zip', pieces(bytes), zip)).toBe(bytes)
    const file = await store.get('big/file.zip')
    expect(file?.bytes).toBe(bytes)
    expect(file && (await hashOf(file.body))).toBe(await hashOf(pieces(bytes)))
    expect(await store.put('big/exact.zip', pieces(8 * MB), zip)).toBe(8 * MB)
    const exact = await store.get('big/exact.zip')
    expect(exact?.bytes).toBe(8 * MB)
    expect(exact && (await hashOf(exact.body))).toBe(await hashOf(pieces(8 * MB)))
    expect(await store.put('big/empty.zip', pieces(0), zip)).toBe(0)
    expect(await textOf(await store.get('big/empty.zip'))).toBe('')
  })

  test('lists what begins with a prefix, however much it is', async () => {
    for (let n = 0; n < 8; n++) await store.put(`lists/one/${n}.txt`, Buffer.from('x'), { contentType: 'text/plain' })
    await store.put('lists/other.txt', Buffer.from('xyz'), { contentType: 'text/plain' })
    expect(await keysOf(store, 'lists/one/')).toHaveLength(8)
    expect(await keysOf(store, 'lists/o')).toHaveLength(9)
    expect(await keysOf(store, 'lists/none/')).toEqual([])
    for await (const entry of store.list('lists/other')) {
      expect(entry).toMatchObject({ key: 'lists/other.txt', bytes: 3 })
      expect(Math.abs(Date.now() - entry.changedAt.getTime())).toBeLessThan(60_000)
    }
  })

  test('removes a file, and does not mind when it is gone', async () => {
    await store.put('gone/a.txt', Buffer.from('x'), { contentType: 'text/plain' })
    await store.delete('gone/a.txt')
    await store.delete('gone/a.txt')
    expect(await store.has('gone/a.txt')).toBe(false)
  })

  test('shows nothing of a file whose content broke off, and keeps what was there before', async () => {
    await store.put('broken/a.zip', Buffer.from('whole'), zip)
    const breaking = async function* () {
      yield* pieces(9 * MB)
      throw new Error('the source broke off')
    }
    await expect(store.put('broken/a.zip', breaking(), zip)).rejects.toThrow('broke off')
    expect(await textOf(await store.get('broken/a.zip'))).toBe('whole')
    expect(await keysOf(store, 'broken/')).toEqual(['broken/a.zip'])
  })

  test('a key that could leave its directory is refused before anything is touched', async () => {
    for (const key of ['../a', '/a', 'a/../../b', 'A.txt', 'a b', '.hidden', 'a//b', '', 'a\0', `a${'b'.repeat(300)}`]) {
      expect(isFileKey(key)).toBe(false)
      await expect((async () => store.get(key))()).rejects.toThrow('Not a key')
    }
  })
})

test('nothing is left of a draft on disk, and what a killed process left is never listed', async () => {
  const store = openLocalDisk(directory)
  await writeFile(path.join(directory, 'broken', '.half-written'), 'x')
  expect(await keysOf(store, 'broken/')).toEqual(['broken/a.zip'])
  expect((await readdir(path.join(directory, 'broken'))).sort()).toEqual(['.half-written', 'a.zip'])
})

test('every request to S3 was signed rightly, and no upload is left half done', () => {
  expect(s3.refused).toEqual([])
  expect(s3.uploads.size).toBe(0)
  expect(s3.files.get('big/file.zip')?.contentType).toBe('application/zip')
})

test('S3 refuses another secret, and the error says what it answered', async () => {
  const stranger = openS3({ ...s3.settings, secretAccessKey: 'another' })
  await expect(stranger.put('a.txt', Buffer.from('x'), zip)).rejects.toThrow(/403.*wrong signature/)
  await expect(stranger.has('a.txt')).rejects.toThrow('403')
  expect(s3.files.has('a.txt')).toBe(false)
})

test('S3 that is busy for a moment is asked again', async () => {
  const store = openS3(s3.settings)
  s3.failNext(2)
  await store.put('busy.txt', Buffer.from('x'), zip)
  expect(s3.files.has('busy.txt')).toBe(true)
  await expect(openS3({ ...s3.settings, bucket: 'other' }).put('a.txt', Buffer.from('x'), zip)).rejects.toThrow('NoSuchBucket')
})
