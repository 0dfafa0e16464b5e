import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { freePort } from '../ports'
import { script } from '../services'

test('the process listens on loopback, asks for the token, and ends when it is asked to', async () => {
  const port = await freePort()
  const child = spawn(process.execPath, script('local/inngest/main.ts'), {
    env: {
      ...process.env,
      INNGEST_LOCAL_PORT: String(port),
      INNGEST_LOCAL_APP: 'http://127.0.0.1:9/api/inngest',
      INNGEST_EVENT_KEY: 'events',
      INNGEST_SIGNING_KEY: `signkey-test-${'ab'.repeat(32)}`,
      INNGEST_LOCAL_TOKEN: 'token',
    },
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  })
  await once(child, 'message')
  const status = async (path: string, init?: RequestInit) => (await fetch(`http://127.0.0.1:${port}${path}`, init)).status
  expect(await status('/health')).toBe(200)
  expect(await status('/admin/functions')).toBe(401)
  expect(await status('/admin/functions', { headers: { authorization: 'Bearer token' } })).toBe(200)
  expect(await status('/admin/clock', { method: 'POST', headers: { authorization: 'Bearer token' }, body: '{"now":0}' })).toBe(404)
  expect(await status('/e/wrong', { method: 'POST', body: '{"name":"a"}' })).toBe(401)
  // The app is not there yet, so that nobody would begin anything.
  expect(await status('/e/events', { method: 'POST', body: '{"name":"a"}' })).toBe(503)
  expect(await status('/fn/register', { method: 'POST', body: '{}' })).toBe(401)
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
})
