import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { emailSuppressions } from '@/db/schema/emails'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { updateMe } from '@/lib/customers/update-me'
import { listPreferences, savePreferences } from '@/lib/notifications/preferences'
import { readStopToken, stopPath } from '@/lib/platform/email/stop-links'
import { unsubscribe } from './unsubscribe'

const shop = systemCtx('test')
const tokenOf = (path: string) => new URL(path, 'http://localhost').searchParams.get('t') ?? ''
const scopesOf = async (email: string) =>
  (await database().select().from(emailSuppressions).where(sql`lower(email) = lower(${email})`)).map(({ scope }) => scope).sort()

test('the link in a mail ends its kind for its address, again and again, and shows the address to nobody', async () => {
  const email = `${newId()}@example.com`
  const token = tokenOf(stopPath({ email, kind: 'review_request' }))
  expect([token.includes(email.slice(0, 8)), Buffer.from(token.slice(2), 'base64url').toString('latin1').includes('example')]).toEqual([false, false])
  await unsubscribe(shop, { token })
  await unsubscribe(shop, { token })
  expect(await scopesOf(email)).toEqual(['review_request'])
})

test('a link that was changed, made up or made for a mail that has to be sent ends nothing', async () => {
  const token = tokenOf(stopPath({ email: 'ada@example.com', kind: 'review_request' }))
  const changed = `${token.slice(0, -2)}${token.endsWith('A') ? 'B' : 'A'}A`
  for (const wrong of [changed, 'm.', 'm.AAAA', `m.${'A'.repeat(80)}`, token.slice(2), '']) {
    expect((await refusalOf(unsubscribe(shop, { token: wrong }))).code).toBe('not_found')
  }
  expect(readStopToken(tokenOf(stopPath({ email: 'ada@example.com', kind: 'order_confirmation' })))).toBeNull()
})

test('a person sees in their account what they ended in a mail, and has it again when they switch it on there', async () => {
  const userId = await makeUser()
  await database().update(users).set({ emailVerified: true, marketingConsent: true }).where(eq(users.id, userId))
  const [ctx, email] = [signedIn(userId), `${userId}@example.com`]
  const isOn = async (kind: string) => (await listPreferences(ctx)).data.find((one) => one.kind === kind && one.channel === 'email')?.is_on
  await unsubscribe(shop, { token: tokenOf(stopPath({ email, kind: 'abandoned_cart' })), all: true })
  expect([await scopesOf(email), await isOn('review_request'), await isOn('price_drop'), await isOn('order')]).toEqual([
    ['abandoned_cart', 'marketing'],
    false,
    false,
    true,
  ])
  await savePreferences(ctx, { preferences: [{ kind: 'price_drop', channel: 'email', is_on: true }] })
  expect([await scopesOf(email), await isOn('review_request'), await isOn('price_drop')]).toEqual([['abandoned_cart'], false, true])
  await updateMe(ctx, { marketing_consent: true })
  expect(await scopesOf(email)).toEqual([])
})

test('customers are not asked about what only staff are told', async () => {
  const customer = signedIn(await makeUser())
  const staff = { ...customer, actor: { kind: 'user' as const, userId: await makeUser(), role: 'staff' as const } }
  const kinds = async (ctx: typeof customer) => (await listPreferences(ctx)).data.map(({ kind }) => kind)
  expect(await kinds(customer)).not.toContain('low_stock')
  expect(await kinds(staff)).toContain('low_stock')
  const off = { preferences: [{ kind: 'low_stock' as const, channel: 'email' as const, is_on: false }] }
  expect((await savePreferences(customer, off)).data).toEqual((await listPreferences(customer)).data)
})
