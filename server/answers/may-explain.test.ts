import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { makeAccount } from '@/lib/customers/testing'
import { findSession } from '@/lib/platform/auth/find-session'
import { sessionCookies } from '@/lib/platform/auth/session-cookie'
import { mayExplain } from './may-explain'

test('where an answer came from is told at one’s own machine, and elsewhere only to who is signed in and may watch the shop', async () => {
  const { token } = await makeAccount()
  const cookie = sessionCookies(token).map(({ name, value }) => `${name}=${value}`)
  const person = { headers: { cookie: cookie.join('; ') } }
  expect(await mayExplain({ headers: {} }, 'local')).toBe(true)
  expect(await mayExplain({ headers: {} }, 'deployed')).toBe(false)
  expect(await mayExplain(person, 'deployed')).toBe(false)
  const session = await findSession(token)
  await database().execute(sql`update users set role = 'admin' where id = ${session?.userId}`)
  expect(await mayExplain(person, 'deployed')).toBe(true)
})
