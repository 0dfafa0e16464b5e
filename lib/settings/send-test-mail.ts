import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { sendEmail } from '@/lib/platform/email/send-email'
import { readSettings } from './read-settings'

/** Queues a mail to whoever asks, to nobody else. One transaction. @throws forbidden */
export async function sendTestMail(ctx: Ctx): Promise<{ to: string }> {
  requireCan(ctx, 'settings.write')
  const { session } = ctx
  if (!session) throw new DomainError('unauthenticated', { detail: 'A test mail goes to whoever asks for it. Sign in first.' })
  return transaction(async (tx) => {
    const { shopName } = await readSettings(tx)
    await sendEmail(tx, 'test_mail', session.email, { shop_name: shopName }, `test_mail:${newId()}`, { userId: session.userId })
    audited(tx, ctx, { action: 'test_mail.sent', subject: { type: 'user', id: session.userId } })
    return { to: session.email }
  })
}
