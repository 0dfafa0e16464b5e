import type { Ctx } from '@/lib/core/context'
import { withAuth } from '@/lib/platform/auth/better-auth'
import { countMailRequest } from '@/lib/platform/auth/mail-limit'
import { ALIKE_MS, takeAtLeast } from '@/lib/platform/auth/take-at-least'
import type { Sent, ToEmail } from './schemas'

/** Mails a link to choose a new password. Known and unknown addresses are answered alike. @throws rate_limited */
export async function requestPasswordReset(ctx: Ctx, { email }: ToEmail): Promise<Sent> {
  await countMailRequest(ctx, email)
  await takeAtLeast(ALIKE_MS, () => withAuth(ctx, ({ api }) => api.requestPasswordReset({ body: { email } })))
  return { message: 'If there is an account with this address, a mail with a link is on its way. The link works for one hour.' }
}
