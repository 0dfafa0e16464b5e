import { expect, test, vi } from 'vitest'
import { mailed, tokenMailed } from '@/db/testing/mailed'
import { refusalOf } from '@/db/testing/refusals'
import { newId } from '@/lib/core/ids'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { changePassword } from './change-password'
import { confirmEmailChange } from './confirm-email-change'
import { findMe } from './find-me'
import { isEmailChangeOpen } from './is-email-change-open'
import { isAccountLink } from './link-token'
import { requestEmailChange } from './request-email-change'
import { makeAccount, nextRequest, PASSWORD, signInAgain, tokenOf, visitor } from './testing'
import { verifyEmail } from './verify-email'

const bellOf = async (token: string) => (await listNotifications(await nextRequest(token), { page_size: 20 })).data.map(({ title }) => title)

test('an address changes when the link in the new mailbox is opened by the account itself; the old address is told', async () => {
  const { email, token } = await makeAccount()
  const next = `${newId()}@example.com`
  await requestEmailChange(await nextRequest(token), { email: next, current_password: PASSWORD })
  const link = { token: await tokenMailed(next, 'email_change_confirm') }
  expect((await findMe(await nextRequest(token))).email).toBe(email)
  expect(await isEmailChangeOpen(await nextRequest(token), link.token)).toBe(true)
  expect(await isEmailChangeOpen(await nextRequest(token), `${link.token}x`)).toBe(false)

  expect((await refusalOf(confirmEmailChange(visitor(), link))).code).toBe('unauthenticated')
  const stranger = await makeAccount()
  expect((await refusalOf(confirmEmailChange(await nextRequest(stranger.token), link))).code).toBe('forbidden')
  expect(isAccountLink(link.token)).toBe(false)
  expect((await refusalOf(verifyEmail(visitor(), { ...link, password: PASSWORD }))).code).toBe('not_found')

  await confirmEmailChange(await nextRequest(token), link)
  expect(await findMe(await nextRequest(token))).toMatchObject({ email: next, is_email_verified: true })
  expect((await mailed(email)).at(-1)?.kind).toBe('email_changed')
  expect(await bellOf(token)).toEqual(['Your e-mail address was changed'])
  expect(await signInAgain(next)).toBeTruthy()
  expect(await isEmailChangeOpen(await nextRequest(token), link.token)).toBe(false)
  expect((await refusalOf(confirmEmailChange(await nextRequest(token), link))).code).toBe('not_found')
})

test('a link for another address works once, also when it is opened three times at once', async () => {
  const { email, token } = await makeAccount()
  const next = `${newId()}@example.com`
  await requestEmailChange(await nextRequest(token), { email: next, current_password: PASSWORD })
  const link = { token: await tokenMailed(next, 'email_change_confirm') }
  const requests = await Promise.all([1, 2, 3].map(() => nextRequest(token)))
  const results = await Promise.allSettled(requests.map((request) => confirmEmailChange(request, link)))
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  expect((await mailed(email)).filter(({ kind }) => kind === 'email_changed').length).toBe(1)

  await requestEmailChange(await nextRequest(token), { email, current_password: PASSWORD })
  await confirmEmailChange(await nextRequest(token), { token: await tokenMailed(email, 'email_change_confirm') })
  expect((await refusalOf(confirmEmailChange(await nextRequest(token), link))).code).toBe('not_found')
})

test('a link for another address is over with a new password, and with a newer link', async () => {
  const { token } = await makeAccount()
  const ask = async () => {
    const email = `${newId()}@example.com`
    await requestEmailChange(await nextRequest(token), { email, current_password: PASSWORD })
    return { token: await tokenMailed(email, 'email_change_confirm') }
  }
  const [older, newer] = [await ask(), await ask()]
  expect((await refusalOf(confirmEmailChange(await nextRequest(token), older))).code).toBe('not_found')
  const request = await nextRequest(token)
  await changePassword(request, { current_password: PASSWORD, new_password: 'a whole new secret' })
  expect((await refusalOf(confirmEmailChange(await nextRequest(tokenOf(request)), newer))).code).toBe('not_found')
})

test('of two changes of a password at once one is made, and its new password opens the account', async () => {
  const { email, token } = await makeAccount()
  const requests = await Promise.all([nextRequest(token), nextRequest(token)])
  const wanted = ['first new secret', 'second new secret']
  const results = await Promise.allSettled(
    requests.map((request, index) => changePassword(request, { current_password: PASSWORD, new_password: wanted[index] ?? '' })),
  )
  const made = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [wanted[index] ?? ''] : []))
  expect(made.length).toBe(1)
  expect(await signInAgain(email, made[0])).toBeTruthy()
})

test("somebody else's address is answered alike but never taken, not even when it is registered in between", async () => {
  const [mine, theirs] = [await makeAccount(), await makeAccount()]
  const before = (await mailed(theirs.email)).length
  const free = `${newId()}@example.com`
  const answer = await requestEmailChange(await nextRequest(mine.token), { email: theirs.email, current_password: PASSWORD })
  expect(answer.message).toContain(theirs.email)
  expect((await mailed(theirs.email)).length).toBe(before)
  await requestEmailChange(await nextRequest(mine.token), { email: free, current_password: PASSWORD })
  await makeAccount(free)
  const link = { token: await tokenMailed(free, 'email_change_confirm') }
  expect((await refusalOf(confirmEmailChange(await nextRequest(mine.token), link))).code).toBe('conflict')
})

test('a new address needs the password', async () => {
  const { token } = await makeAccount()
  const change = requestEmailChange(await nextRequest(token), { email: `${newId()}@example.com`, current_password: 'not my password' })
  expect((await refusalOf(change)).code).toBe('invalid_input')
})

test('a link to confirm an account is told from what is none, and from one that is too old', async () => {
  const { email } = await makeAccount()
  const token = await tokenMailed(email, 'verify_email')
  expect([token, '', 'abc', token.slice(0, 40), `${token.split('.')[0]}.e30.x`].map(isAccountLink)).toEqual([true, false, false, false, false])
  vi.useFakeTimers({ now: Date.now() + 8 * 86_400_000, toFake: ['Date'] })
  expect(isAccountLink(token)).toBe(false)
  vi.useRealTimers()
})
