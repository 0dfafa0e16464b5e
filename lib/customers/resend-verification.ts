import type { Ctx } from '@/lib/core/context'
import { mailVerificationAgain } from '@/lib/platform/auth/auth-mails'
import { withAuth } from '@/lib/platform/auth/better-auth'
import { countMailRequest } from '@/lib/platform/auth/mail-limit'
import { ALIKE_MS, takeAtLeast } from '@/lib/platform/auth/take-at-least'
import type { Sent, ToEmail } from './schemas'

/** Sends the link that confirms an address again. Unknown and confirmed addresses are answered alike. @throws rate_limited */
export async function resendVerification(ctx: Ctx, { email }: ToEmail): Promise<Sent> {
  await sendVerification(ctx, email)
  return { message: 'If this address waits for its confirmation, a new link is on its way.' }
}

export async function sendVerification(ctx: Ctx, email: string): Promise<void> {
  await countMailRequest(ctx, email)
  await takeAtLeast(ALIKE_MS, () => withAuth(ctx, (_, { tx }) => mailVerificationAgain({ tx }, email)))
}
