import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { emailSuppressions, emails } from '@/db/schema/emails'
import { transaction } from '@/db/transaction'
import { newId } from '@/lib/core/ids'
import { claimEmails } from './claim-emails'
import { deliverEmails, MAX_ATTEMPTS } from './deliver-emails'
import { sendEmail } from './send-email'
import { suppress } from './suppressions'
import { testSender } from './testing/sender'
import type { EmailTransport, Outcome, OutgoingEmail } from './transport'

/** Remembers what it was given, and answers as told. */
function fakeTransport(answer: (email: OutgoingEmail) => Promise<Outcome> = async () => ({ outcome: 'sent', providerMessageId: 'id' })) {
  const given: OutgoingEmail[] = []
  const transport: EmailTransport = {
    send: (email) => {
      given.push(email)
      return answer(email)
    },
    close: () => {},
  }
  return { transport, given }
}

const deliver = (transport: EmailTransport) => deliverEmails(async () => testSender, { transport })

async function queue(count = 1): Promise<string[]> {
  const keys = Array.from({ length: count }, () => `welcome:${newId()}`)
  await transaction(async (tx) => {
    for (const key of keys) await sendEmail(tx, 'welcome', 'ada@example.com', { account_path: '/account' }, key)
  })
  return keys
}

async function rowOf(key: string) {
  const [row] = await database().select().from(emails).where(eq(emails.idempotencyKey, key))
  if (!row) throw new Error('There is no such mail')
  return row
}

const makeDue = () => database().update(emails).set({ nextAttemptAt: sql`now() - interval '1 second'`, leasedUntil: null })

beforeEach(async () => {
  await database().delete(emails)
  await database().delete(emailSuppressions)
})

test('three deliverers at once send each of 45 mails once', async () => {
  const keys = await queue(45)
  const { transport, given } = fakeTransport(async () => {
    await new Promise((resolve) => setTimeout(resolve, 3))
    return { outcome: 'sent', providerMessageId: 'id' }
  })
  const sent = await Promise.all([deliver(transport), deliver(transport), deliver(transport)])
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(45)
  expect(given.map(({ key }) => key).sort()).toEqual(keys.sort())
})

test('a sent mail says when and under which id, and is not sent again', async () => {
  const [key = ''] = await queue()
  const { transport, given } = fakeTransport()
  expect(await deliver(transport)).toBe(1)
  expect(await deliver(transport)).toBe(0)
  expect(given).toHaveLength(1)
  expect(given[0]).toMatchObject({ to: 'ada@example.com', subject: 'Your account is ready' })
  expect(await rowOf(key)).toMatchObject({ status: 'sent', attempts: 1, sentAt: expect.any(Date), providerMessageId: 'id', leasedUntil: null })
})

test('after a crash between sending and marking the mail goes out again under the same id and key, once its lease is over', async () => {
  const [key = ''] = await queue()
  // Taken, sent, and dead before the mark.
  const [taken] = await claimEmails(10)
  const { transport, given } = fakeTransport()
  expect(await deliver(transport)).toBe(0)
  await database().update(emails).set({ leasedUntil: sql`now() - interval '1 second'` })
  expect(await deliver(transport)).toBe(1)
  expect(given).toMatchObject([{ id: taken?.id, key }])
  expect(await rowOf(key)).toMatchObject({ status: 'sent', attempts: 2 })
})

test('whoever comes back after its lease does not overrule the one who has the mail now', async () => {
  const [key = ''] = await queue()
  const slow = fakeTransport(async () => {
    await database().update(emails).set({ leasedUntil: sql`now() - interval '1 second'` })
    await deliver(fakeTransport().transport)
    throw new Error('too late')
  })
  await deliver(slow.transport)
  expect(await rowOf(key)).toMatchObject({ status: 'sent', attempts: 2, error: null })
})

test('a server that does not answer is tried eight times, later each time; then the mail is parked', async () => {
  const [key = ''] = await queue()
  const { transport, given } = fakeTransport(() => Promise.reject(new Error('connection refused')))
  const waits: number[] = []
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    expect(await deliver(transport)).toBe(0)
    const row = await rowOf(key)
    expect(row).toMatchObject({ status: 'queued', attempts: attempt, error: 'connection refused' })
    waits.push(row.nextAttemptAt.getTime() - Date.now())
    expect(await deliver(transport)).toBe(0)
    await makeDue()
  }
  await deliver(transport)
  expect(await rowOf(key)).toMatchObject({ status: 'parked', attempts: 8, error: 'connection refused' })
  await makeDue()
  await deliver(transport)
  expect(given).toHaveLength(8)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits[6]).toBeGreaterThan(5 * 3_600_000)
})

test('a mail whose deliverer died at each of eight tries is parked, not tried forever', async () => {
  const [key = ''] = await queue()
  await database().update(emails).set({ attempts: MAX_ATTEMPTS })
  const { transport, given } = fakeTransport()
  await deliver(transport)
  expect(given).toEqual([])
  expect(await rowOf(key)).toMatchObject({ status: 'parked' })
})

test('an address that the server refuses for good is not tried again', async () => {
  const [key = ''] = await queue()
  const { transport, given } = fakeTransport(async () => ({ outcome: 'refused', reason: '550 no such user', isUnknownAddress: true }))
  await deliver(transport)
  await makeDue()
  await deliver(transport)
  expect(given).toHaveLength(1)
  expect(await rowOf(key)).toMatchObject({ status: 'failed', error: '550 no such user' })
})

test('an address that does not exist is sent nothing for a month, an order\u2019s mail neither; then it is tried again', async () => {
  await queue()
  await deliver(fakeTransport(async () => ({ outcome: 'refused', reason: '550 no such user', isUnknownAddress: true })).transport)
  const [key = ''] = await queue()
  const { transport, given } = fakeTransport()
  await deliver(transport)
  expect(await rowOf(key)).toMatchObject({ status: 'withheld' })
  await database().update(emailSuppressions).set({ createdAt: sql`now() - interval '31 days'` })
  const [later = ''] = await queue()
  await deliver(transport)
  expect([given.map((mail) => mail.key), (await rowOf(later)).status]).toEqual([[later], 'sent'])
})

test('a refusal that is about us and not about the mailbox spares nobody', async () => {
  await queue()
  await deliver(fakeTransport(async () => ({ outcome: 'refused', reason: '550 5.7.1 not from you', isUnknownAddress: false })).transport)
  expect(await database().select().from(emailSuppressions)).toEqual([])
})

test.each([
  ['price_drop', 'withheld', 'sent'],
  ['marketing', 'withheld', 'sent'],
  ['abandoned_cart', 'sent', 'sent'],
] as const)('who ended %s, in any spelling of their address, is spared what belongs to it and nothing else', async (scope, drop, welcome) => {
  await suppress(database(), 'Ada@Example.com', scope, 'unsubscribed')
  const product = { name: 'Lamp', path: '/p/lamp' }
  const price = { amount: 100, currency: 'USD' }
  await transaction((tx) =>
    sendEmail(tx, 'price_drop', 'ada@example.com', { product, before: price, now: price, unsubscribe_path: '/unsubscribe' }, 'drop:1'),
  )
  const [key = ''] = await queue()
  await deliver(fakeTransport().transport)
  expect([(await rowOf('drop:1')).status, (await rowOf(key)).status]).toEqual([drop, welcome])
})

test('a mail whose time is over when the server is back is not sent any more', async () => {
  const late = { notAfter: new Date(Date.now() - 1_000) }
  await transaction((tx) => sendEmail(tx, 'welcome', 'ada@example.com', { account_path: '/account' }, 'welcome:late', late))
  const { transport, given } = fakeTransport()
  expect(await deliver(transport)).toBe(0)
  expect([given, (await rowOf('welcome:late')).status]).toEqual([[], 'withheld'])
})

test('a mail that cannot be drawn is parked, and the others go out', async () => {
  const [broken = '', sound = ''] = await queue(2)
  await database().update(emails).set({ props: {} }).where(eq(emails.idempotencyKey, broken))
  expect(await deliver(fakeTransport().transport)).toBe(1)
  expect(await rowOf(broken)).toMatchObject({ status: 'parked' })
  expect(await rowOf(sound)).toMatchObject({ status: 'sent' })
})

test('a link that opens an account is forgotten when it was sent, and kept where the mailbox is the way to it', async () => {
  const secret = (key: string) =>
    transaction((tx) => sendEmail(tx, 'reset_password', 'ada@example.com', { reset_path: '/reset-password?token=1' }, key))
  await secret('reset:1')
  await deliver(fakeTransport().transport)
  expect((await rowOf('reset:1')).props).toEqual({})
  await secret('reset:2')
  // The local mode's own way out.
  expect(await deliverEmails(async () => testSender)).toBe(1)
  expect(await rowOf('reset:2')).toMatchObject({ status: 'sent', props: { reset_path: '/reset-password?token=1' } })
})
