import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStamp, wantedStamp, writeStamp } from './build-stamp'

let root: string
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'highstreet-stamp-'))
  await write('app/page.tsx', 'one')
  await write('next.config.ts', 'one')
})
afterAll(() => rm(root, { recursive: true, force: true }))

test('the stamp changes with a source, the database and what pages are rendered with, and with nothing else', async () => {
  const env = { APP_URL: 'http://localhost:3000' }
  const first = await wantedStamp('shop', env, root)
  await write('lib/cart/add-item.test.ts', 'a test')
  await write('db/demo/load.ts', 'the demo catalogue')
  expect(await wantedStamp('shop', { ...env, LOG_LEVEL: 'debug' }, root)).toBe(first)
  expect(await wantedStamp('other', env, root)).not.toBe(first)
  expect(await wantedStamp('shop', { ...env, CDN_URL: 'https://cdn.example.com' }, root)).not.toBe(first)
  await write('next.config.ts', 'two')
  expect(await wantedStamp('shop', env, root)).not.toBe(first)
})

test('a build without a stamp belongs to nothing', async () => {
  expect(await readStamp(root)).toBeNull()
  await writeStamp(root, 'abc')
  expect(await readStamp(root)).toBe('abc')
})
