import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runningSupervisor, takeDataDirectory } from './run-state'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'highstreet-run-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

test('a data directory belongs to one supervisor at a time', async () => {
  const file = await takeDataDirectory(directory, 'http://localhost:3000')
  await expect(takeDataDirectory(directory, 'http://localhost:3001')).rejects.toThrow(/already running at http:\/\/localhost:3000/)
  expect((await runningSupervisor(directory))?.supervisor.pid).toBe(process.pid)
  await file.remove()
  expect(await runningSupervisor(directory)).toBeNull()
})

test('of ten that start at once, one gets it', async () => {
  const starts = await Promise.allSettled(Array.from({ length: 10 }, () => takeDataDirectory(directory, 'http://localhost:3000')))
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each([
  ['of a process that is gone', JSON.stringify({ supervisor: { pid: 4_000_000, began: '1' }, address: '', services: [] })],
  ['that was cut short', '{"superv'],
])('a file %s is taken over', async (_, content) => {
  await writeFile(path.join(directory, 'running.json'), content)
  await takeDataDirectory(directory, 'http://localhost:3000')
  expect((await runningSupervisor(directory))?.supervisor.pid).toBe(process.pid)
})
