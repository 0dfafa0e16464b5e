import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { outbox } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { transaction } from '@/db/transaction'
import { sendEmail } from './send-email'

const props = { verify_path: '/verify-email?token=1' }
const rowsOf = (key: string) => database().select().from(emails).where(eq(emails.idempotencyKey, key))

test('the same key from ten at once is one mail', async () => {
  await Promise.all(Array.from({ length: 10 }, () => transaction((tx) => sendEmail(tx, 'verify_email', 'ada@example.com', props, 'verify:1'))))
  expect(await rowsOf('verify:1')).toMatchObject([{ status: 'queued', attempts: 0, subject: 'Confirm your e-mail address' }])
})

test('it is queued with one statement, and one for the event that has it sent', async () => {
  const { statements } = await recordStatements(() => transaction((tx) => sendEmail(tx, 'verify_email', 'ada@example.com', props, 'verify:2')))
  expect(statements).toHaveLength(2)
  const [row] = await rowsOf('verify:2')
  await transaction((tx) => sendEmail(tx, 'verify_email', 'ada@example.com', props, 'verify:2'))
  expect(
    await database()
      .select({ type: outbox.type })
      .from(outbox)
      .where(eq(outbox.aggregateId, row?.id ?? '')),
  ).toEqual([{ type: 'email.queued' }])
})

test('a transaction that is rolled back sends nothing', async () => {
  const failing = transaction(async (tx) => {
    await sendEmail(tx, 'verify_email', 'ada@example.com', props, 'verify:3')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await rowsOf('verify:3')).toEqual([])
})

test.each([
  ['a second recipient behind a line break', 'ada@example.com\r\nBcc: eve@example.com'],
  ['a list of addresses', 'ada@example.com,eve@example.com'],
  ['a name with a quote', '"x" <eve@example.com>'],
  ['no address', 'ada'],
])('%s is no recipient', async (_, to) => {
  await expect(transaction((tx) => sendEmail(tx, 'verify_email', to, props, 'verify:4'))).rejects.toThrow()
  expect(await rowsOf('verify:4')).toEqual([])
})

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', '/a b', '/a\r\nb'])(
  'a mail cannot lead to %j',
  async (path) => {
    await expect(transaction((tx) => sendEmail(tx, 'verify_email', 'ada@example.com', { verify_path: path }, 'verify:5'))).rejects.toThrow()
  },
)

test('a key that would break a header is refused', async () => {
  await expect(transaction((tx) => sendEmail(tx, 'verify_email', 'ada@example.com', props, 'verify:6\r\nBcc: eve@example.com'))).rejects.toThrow()
})
