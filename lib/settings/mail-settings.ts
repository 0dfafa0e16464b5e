import { eq } from 'drizzle-orm'
import { settings } from '@/db/schema/platform'
import type { Ctx } from '@/lib/core/context'
import { changeSetting, type SettingKind } from './change-setting'
import { MailSender, type SaveMailSender, type SettingChanged } from './schemas'

/** Says whom mails are from and where answers go, from the next mail on. @throws forbidden, stale */
export const saveMailSender = (ctx: Ctx, input: SaveMailSender): Promise<SettingChanged> => changeSetting(ctx, mailSender, { id: 'mail', ...input })

export const mailSender: SettingKind<MailSender> = {
  noun: 'mail_sender',
  schema: MailSender,
  async read(tx) {
    const [row] = await tx.select({ sender_name: settings.mailSenderName, reply_to: settings.mailReplyTo }).from(settings)
    return row ?? null
  },
  async write(tx, _id, { sender_name: mailSenderName, reply_to: mailReplyTo }) {
    await tx.update(settings).set({ mailSenderName, mailReplyTo }).where(eq(settings.id, 1))
  },
  nameOf: () => 'Sender of mails',
  words: ({ sender_name, reply_to }) => [
    { label: 'The name', theirs: sender_name || 'the shop’s' },
    { label: 'The address for answers', theirs: reply_to || 'the shop’s contact' },
  ],
}
