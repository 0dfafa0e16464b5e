import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { findSession } from '@/lib/platform/auth/find-session'
import { forgetExpired } from './forget-expired'
import { makeAccount, signInAgain } from './testing'

test('sessions, links and attempts that are over go, and what still counts stays', async () => {
  const { email, token } = await makeAccount()
  const old = await signInAgain(email)
  await database().execute(sql`update sessions set expires_at = now() - interval '1 second' where token = ${old}`)
  await database().execute(sql`
    insert into sign_in_attempts (account_key, address, attempts, window_started_at) values ('old', '*', 3, now() - interval '2 days'), ('new', '*', 3, now())`)
  expect(await forgetExpired()).toBe(2)
  expect(await findSession(token)).not.toBeNull()
  const left = await database().execute<{ account_key: string }>(sql`select account_key from sign_in_attempts where account_key in ('old', 'new')`)
  expect(left.map(({ account_key }) => account_key)).toEqual(['new'])
  expect(await forgetExpired()).toBe(0)
})
