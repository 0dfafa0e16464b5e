import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { refusalOf } from '@/db/testing/refusals'
import { guest } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { UndoChange } from '@/lib/audit/schemas'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { senderOf } from '@/lib/platform/email/sender'
import { undoChange } from '@/lib/undo/undo-change'
import { saveMailSender } from './mail-settings'
import { readSettings } from './read-settings'
import { readSettingsOverview } from './read-shop-settings'
import { SaveMailSender } from './schemas'
import { sendTestMail } from './send-test-mail'

let boss: Ctx
beforeAll(async () => {
  boss = { actor: { kind: 'user', userId: await makeUser(), role: 'admin' }, requestId: newId(), clientAddress: '127.0.0.1' }
})
const undo = (id: string | null) => undoChange(boss, UndoChange.parse({ id }))

test('mails have a name and an address for answers of their own, which undo takes back; what is no address or no name is refused', async () => {
  const { mail } = await readSettingsOverview(boss)
  const save = (value: Record<string, unknown>, by = boss) => saveMailSender(by, SaveMailSender.parse({ version: mail.version, value }))
  const { undo: id } = await save({ sender_name: 'Ada at Highstreet', reply_to: 'desk@example.com' })
  expect(senderOf(await readSettings(database()))).toMatchObject({ mailName: 'Ada at Highstreet', replyTo: 'desk@example.com' })
  const stale = await refusalOf(save({ sender_name: '', reply_to: 'other@example.com' }))
  expect(stale).toMatchObject({ code: 'stale', options: { extra: { changes: [{ theirs: 'Ada at Highstreet' }, { theirs: 'desk@example.com' }] } } })
  await undo(id)
  expect(senderOf(await readSettings(database()))).toMatchObject({ mailName: 'Highstreet', replyTo: 'hello@highstreet.example' })
  expect((await refusalOf(save({ sender_name: 'Eve', reply_to: '' }, guest()))).code).toBe('unauthenticated')
  for (const wrong of [
    { sender_name: 'Eve <eve@example.com>', reply_to: '' },
    { sender_name: 'A\nBcc: b', reply_to: '' },
    { sender_name: '', reply_to: 'desk' },
    { sender_name: 'Bank \u202emoc.elpmaxe', reply_to: '' },
    { sender_name: 'Pay\u200bPal', reply_to: '' },
    { sender_name: '\u3164', reply_to: '' },
  ])
    expect(() => SaveMailSender.parse({ version: mail.version, value: wrong })).toThrow()
})

test('a test mail goes to whoever asks for it', async () => {
  const { actor } = boss
  if (actor.kind !== 'user') throw new Error('Nobody asks')
  const session = { id: newId(), token: '', userId: actor.userId, role: 'admin' as const, name: 'Bo', email: 'bo@example.com', isEmailVerified: true }
  expect(await sendTestMail({ ...boss, session })).toEqual({ to: 'bo@example.com' })
  const [mail] = await database().execute(sql`select to_address as "to", props from emails where kind = 'test_mail'`)
  expect(mail).toEqual({ to: 'bo@example.com', props: { shop_name: 'Highstreet' } })
  expect((await refusalOf(sendTestMail(boss))).code).toBe('unauthenticated')
})
