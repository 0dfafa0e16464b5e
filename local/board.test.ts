import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createBoard } from './board'
import { refusal, stopped } from './sentences'

/** What a person reads of one step. */
async function shown(work: () => Promise<string>): Promise<string> {
  const stream = new PassThrough()
  const board = createBoard(stream as unknown as NodeJS.WriteStream)
  await board.step('Pictures', work).catch(() => {})
  return String(stream.read())
}

test('a step is done, failed, or was stopped by the person and goes on at the next start', async () => {
  expect(await shown(async () => '595 drawn')).toMatch(/✓ Pictures +595 drawn/)
  expect(await shown(() => Promise.reject(refusal('The disk is full.')))).toMatch(/✗ Pictures/)
  expect(await shown(() => Promise.reject(stopped()))).toMatch(/– Pictures +stopped, goes on at the next start/)
})
