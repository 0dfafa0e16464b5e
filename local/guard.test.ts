import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { markOf, untilGone } from './processes'

const owner = `
  const { spawn } = await import('node:child_process')
  const { startGuard } = await import('./local/guard.ts')
  const guard = startGuard()
  for (const name of ['database', 'shop']) {
    const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
    guard.watch(child.pid, 'TERM')
    guard.watch(1_000_000, 'TERM')
    guard.forget(1_000_000)
    console.log(child.pid)
  }
  setInterval(() => {}, 1000)
`

test('what a process started ends when the process is killed with -9', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', owner], { stdio: ['ignore', 'pipe', 'inherit'] })
  let pids: number[] = []
  for await (const chunk of child.stdout) {
    pids = [...pids, ...String(chunk).trim().split('\n').map(Number)]
    if (pids.length === 2) break
  }
  const marks = await Promise.all(pids.map((pid) => markOf(pid)))
  expect(marks).not.toContain(null)
  child.kill('SIGKILL')
  await once(child, 'exit')
  for (const mark of marks) expect(mark && (await untilGone(mark, 5_000))).toBe(true)
})
