import { expect, test } from 'vitest'
import { runSweep } from './run-sweep'

const url = () => process.env.DATABASE_URL ?? ''

test('a sweep that another instance is at is left to it', async () => {
  let runs = 0
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const sweep = {
    name: 'slow',
    everySeconds: 60,
    run: async () => {
      runs++
      begin()
      await held
      return 7
    },
  }
  const first = runSweep(url(), sweep)
  await begun
  expect(await runSweep(url(), sweep)).toBeNull()
  release()
  expect(await first).toBe(7)
  expect(runs).toBe(1)
})

test('a sweep that fails is logged and can run again', async () => {
  const failing = { name: 'failing', everySeconds: 60, run: () => Promise.reject(new Error('no')) }
  expect(await runSweep(url(), failing)).toBeNull()
  expect(await runSweep(url(), { ...failing, run: async () => 1 })).toBe(1)
})
