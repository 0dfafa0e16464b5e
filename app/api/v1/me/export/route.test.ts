import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeAccount } from '@/lib/customers/testing'
import { signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { GET } from './route'

const ask = (headers: Record<string, string> = {}) => GET(new Request('http://localhost:3000/api/v1/me/export', { headers }))

test('the export is a ZIP that other programs can read', async () => {
  const { email, token } = await makeAccount()
  const response = await ask({ authorization: `Bearer ${signedSessionToken(token)}` })
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  expect(JSON.parse(strFromU8(files['profile.json'] ?? new Uint8Array()))).toMatchObject([{ email }])
  expect(strFromU8(files['profile.csv'] ?? new Uint8Array())).toContain(email)
})

test('nobody but a signed-in person gets one', async () => {
  expect((await ask()).status).toBe(401)
  expect((await ask({ authorization: 'Bearer made.up' })).status).toBe(401)
})
