import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoProducts } from '@/db/demo/demo-catalogue'
import { picturesOf } from '@/db/demo/pictures'

let directory: string
let route: typeof import('./route')

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'highstreet-media-'))
  process.env.MEDIA_DIR = directory
  route = await import('./route')
})

afterAll(() => rm(directory, { recursive: true, force: true }))

const ask = (file: string, init?: RequestInit) =>
  route.GET(new Request(`http://localhost:3000/media/${file}`, init), { params: Promise.resolve({ file }) })

const lamp = demoProducts.slice(0, 1).flatMap((product) => picturesOf(product).images)
const hash = lamp[0]?.hash ?? ''

test('a demo picture that is not drawn yet is drawn when it is asked for, once however many ask', async () => {
  const answers = await Promise.all([ask(`${hash}-640.webp`), ask(`${hash}-640.webp`), ask(`${hash}-320.webp`)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers[0]?.headers.get('content-type')).toBe('image/webp')
  expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answers[0]?.headers.get('x-content-type-options')).toBe('nosniff')
  expect(
    Buffer.from(await (answers[0] as Response).arrayBuffer())
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP')
  expect((await readdir(directory)).sort()).toEqual([`${hash}-1080.webp`, `${hash}-320.webp`, `${hash}-640.webp`])
})

test('a picture that the browser has is answered with 304, and HEAD has the length and no body', async () => {
  const etag = (await ask(`${hash}-640.webp`)).headers.get('etag') ?? ''
  expect((await ask(`${hash}-640.webp`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  const head = await ask(`${hash}-640.webp`, { method: 'HEAD' })
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000)
  expect(await head.text()).toBe('')
})

test('unknown pictures, other widths and other names are 404 and are not cached', async () => {
  await writeFile(path.join(directory, 'secret.txt'), 'x')
  for (const file of [
    '0000000000000000-640.webp',
    `${hash}-641.webp`,
    'secret.txt',
    '../secret.txt',
    `${hash}-640.webp%00`,
    `${hash.toUpperCase()}-640.webp.`,
  ]) {
    const answer = await ask(file)
    expect([file, answer.status, answer.headers.get('cache-control')]).toEqual([file, 404, 'no-store'])
  }
})
