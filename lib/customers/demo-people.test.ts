import { expect, test } from 'vitest'
import { closeDemoPeople, DEMO_PASSWORD, demoPeople, loadDemoPeople } from '@/db/demo/people'
import { refusalOf } from '@/db/testing/refusals'
import { findSession } from '@/lib/platform/auth/find-session'
import { hashPassword } from '@/lib/platform/auth/passwords'
import { signIn } from './sign-in'
import { signInAgain, visitor } from './testing'

const url = process.env.DATABASE_URL ?? ''
const load = async () => loadDemoPeople(url, await hashPassword(DEMO_PASSWORD))

test('the demo logins work with their roles, however often they are made, and a deployed shop closes them', async () => {
  await load()
  await load()
  const tokens = await Promise.all(demoPeople.map(({ email }) => signInAgain(email, DEMO_PASSWORD)))
  expect(await Promise.all(tokens.map(async (token) => (await findSession(token))?.role))).toEqual(['customer', 'staff', 'admin'])

  await closeDemoPeople(url)
  expect(await Promise.all(tokens.map((token) => findSession(token)))).toEqual([null, null, null])
  for (const { email } of demoPeople) expect((await refusalOf(signIn(visitor(), { email, password: DEMO_PASSWORD }))).code).toBe('forbidden')

  await load()
  expect(await signInAgain('admin@highstreet.example', DEMO_PASSWORD)).toBeTruthy()
})
