import { database } from '@/db/client'
import { tellOfMails } from '@/lib/operations/tell-failures'
import { deliverEmails } from '@/lib/platform/email/deliver-emails'
import { senderOf } from '@/lib/platform/email/sender'
import { readSettings } from '@/lib/settings/read-settings'
import { defineJob } from '../define-job'

/**
 * Sends the mails that are due: at once, because somebody waits for the link in one, and each minute those that have to be tried again.
 * A run sends whatever is due, so that one after many were queued finds little to do.
 */
export const sendMails = defineJob({
  id: 'send-mails',
  queue: 'default',
  on: 'email.queued',
  cron: '* * * * *',
  retries: 0,
  run: ({ step }) =>
    step.run('send mails', async () => {
      const sent = await deliverEmails(async () => senderOf(await readSettings(database())))
      await tellOfMails()
      return sent
    }),
})
