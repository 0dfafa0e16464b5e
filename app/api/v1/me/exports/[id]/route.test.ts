import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { makeAccount, nextRequest } from '@/lib/customers/testing'
import { taskRunners } from '@/lib/jobs/task-runners'
import { requireUser } from '@/lib/platform/auth/can'
import { signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { beginExport } from '@/lib/privacy/begin-export'
import { forgetExportsOf } from '@/lib/privacy/forget-exports'
import { runTasks } from '@/lib/tasks/run-tasks'
import { GET } from './route'

const { email, token } = await makeAccount()
const ctx = await nextRequest(token)
afterAll(() => forgetExportsOf(requireUser(ctx)))

const ask = (id: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/api/v1/me/exports/${id}`, { headers }), { params: Promise.resolve({ id }) })

test('the export is a ZIP that other programs can read', async () => {
  const { id } = await beginExport(ctx)
  const bearer = { authorization: `Bearer ${signedSessionToken(token)}` }
  expect((await ask(id, bearer)).status).toBe(404)
  await runTasks(taskRunners)
  const response = await ask(id, bearer)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(bytes.byteLength))
  const files = unzipSync(bytes)
  expect(JSON.parse(strFromU8(files['profile.json'] ?? new Uint8Array()))).toMatchObject([{ email }])
  expect(strFromU8(files['profile.csv'] ?? new Uint8Array())).toContain(email)
})

test('nobody but a signed-in person gets one, and an id that is none is told so', async () => {
  const { id } = await beginExport(ctx)
  expect((await ask(id)).status).toBe(401)
  expect((await ask(id, { authorization: 'Bearer made.up' })).status).toBe(401)
  expect((await ask('../secret', { authorization: `Bearer ${signedSessionToken(token)}` })).status).toBe(422)
})
