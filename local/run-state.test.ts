import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markOf } from './processes'
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

test('a start while the earlier one is stopping waits until it is gone', async () => {
  const earlier = spawn('sleep', ['0.6'])
  const supervisor = await markOf(earlier.pid ?? 0)
  const state = { supervisor, address: 'http://localhost:3000', services: [], isStopping: true }
  await writeFile(path.join(directory, 'running.json'), JSON.stringify(state))
  await takeDataDirectory(directory, 'http://localhost:3001')
  expect(earlier.exitCode).toBe(0)
  expect(await runningSupervisor(directory)).toMatchObject({ supervisor: { pid: process.pid }, isStopping: false })
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

test('a place where no directory can be is refused with a sentence, and one below what is missing is made', async () => {
  const file = path.join(directory, 'file')
  await writeFile(file, '')
  await expect(takeDataDirectory(path.join(file, 'shop'), 'http://localhost:3000')).rejects.toThrow(/cannot be a directory: set DATA_DIR/)
  await expect(takeDataDirectory('/proc/shop/data', 'http://localhost:3000')).rejects.toThrow(/cannot be a directory: set DATA_DIR/)
  await (await takeDataDirectory(path.join(directory, 'a', 'b'), 'http://localhost:3000')).remove()
})
