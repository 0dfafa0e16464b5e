import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { transaction } from '@/db/transaction'
import { deliverEmails } from './deliver-emails'
import { sendEmail } from './send-email'
import { senderOf } from './sender'
import { messageOf, openSmtp } from './smtp'
import { startFakeSmtp } from './testing/fake-smtp'
import { testSender } from './testing/sender'

const product = { name: 'Lamp\r\nBcc: eve@example.com', path: '/p/lamp' }
const shop = { shopName: 'Highstreet', locale: 'en-US', timeZone: 'UTC', supportEmail: 'hello@shop.test' }
const money = (amount: number) => ({ amount, currency: 'USD' })
const server = await startFakeSmtp((recipient) =>
  recipient.includes('nobody@') ? '550 no such user' : recipient.includes('later@') ? '450 busy' : null,
)
afterAll(() => server.close())

const deliver = () => deliverEmails(async () => testSender, { transport: openSmtp(server.url, 'Highstreet <mail@shop.test>') })

test('a mail arrives with its key, its id, and a way to unsubscribe; a line break in a name makes no header', async () => {
  const props = { product, before: money(100), now: money(90), unsubscribe_path: '/unsubscribe?t=1' }
  await transaction((tx) => sendEmail(tx, 'price_drop', 'ada@example.com', props, 'price_drop:1'))
  expect(await deliver()).toBe(1)
  const [row] = await database().select().from(emails).where(eq(emails.idempotencyKey, 'price_drop:1'))
  const [head = ''] = server.messages[0]?.split('\r\n\r\n') ?? []
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ')
  for (const line of [
    'From: Highstreet <mail@shop.test>',
    'To: ada@example.com',
    'Reply-To: Highstreet <hello@shop.test>',
    `Message-ID: <${row?.id}@shop.test>`,
    'X-Idempotency-Key: price_drop:1',
    'List-Unsubscribe: <https://shop.test/unsubscribe?t=1>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Subject: Lower price: Lamp Bcc: eve@example.com',
  ]) {
    expect(headers.split('\r\n')).toContain(line)
  }
  expect(headers).not.toMatch(/^Bcc:/im)
  expect(row?.providerMessageId).toBe(`<${row?.id}@shop.test>`)
})

test('a mail about an order carries no way to unsubscribe from it', () => {
  const mail = { id: 'i', key: 'k', to: 'ada@example.com', sender: testSender, subject: 's', html: '', text: '', unsubscribeUrl: null }
  expect(Object.keys(messageOf(mail).headers)).not.toContain('List-Unsubscribe')
})

test('the operator says whose address mails have, and their name where MAIL_FROM gives one; the shop says the rest', () => {
  const sender = senderOf({ ...shop, mailSenderName: 'Ada at Highstreet', mailReplyTo: 'desk@shop.test' })
  const mail = { id: 'i', key: 'k', to: 'ada@example.com', sender, subject: 's', html: '', text: '', unsubscribeUrl: null }
  const headOf = (from?: string) => messageOf(mail, from).from
  expect(headOf()).toEqual({ name: 'Ada at Highstreet', address: 'hello@shop.test' })
  expect(headOf('mail@shop.test')).toEqual({ name: 'Ada at Highstreet', address: 'mail@shop.test' })
  expect(headOf('The shop <mail@shop.test>')).toEqual({ name: 'The shop', address: 'mail@shop.test' })
  expect(messageOf(mail).replyTo).toEqual({ name: 'Ada at Highstreet', address: 'desk@shop.test' })
  const plain = messageOf({ ...mail, sender: senderOf({ ...shop, mailSenderName: '', mailReplyTo: '' }) }, 'mail@shop.test')
  expect([plain.from, plain.replyTo]).toEqual([
    { name: 'Highstreet', address: 'mail@shop.test' },
    { name: 'Highstreet', address: 'hello@shop.test' },
  ])
})

test('a recipient whom the server does not know has failed; one for whom it is busy is tried again', async () => {
  await transaction(async (tx) => {
    for (const name of ['nobody', 'later']) await sendEmail(tx, 'welcome', `${name}@example.com`, { account_path: '/account' }, `welcome:${name}`)
  })
  expect(await deliver()).toBe(0)
  const statusOf = async (key: string) => (await database().select().from(emails).where(eq(emails.idempotencyKey, key)))[0]?.status
  expect(await statusOf('welcome:nobody')).toBe('failed')
  expect(await statusOf('welcome:later')).toBe('queued')
})

test.each([
  ['550 no such user', true],
  ['550 5.1.1 no such user', true],
  ['550 5.2.1 this mailbox is switched off', true],
  ['550 5.7.1 we do not take mail from you', false],
  ['552 5.2.2 mailbox full', false],
  ['554 no', false],
])('%s: the mailbox does not exist is %s', async (answer, isUnknownAddress) => {
  const strict = await startFakeSmtp(() => answer)
  const transport = openSmtp(strict.url, undefined)
  const mail = { id: 'i', key: 'k', to: 'ada@example.com', sender: testSender, subject: 's', html: '', text: '', unsubscribeUrl: null }
  expect(await transport.send(mail)).toMatchObject({ outcome: 'refused', isUnknownAddress })
  transport.close()
  await strict.close()
})
