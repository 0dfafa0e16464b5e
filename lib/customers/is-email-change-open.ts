import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireSession } from '@/lib/platform/auth/can'
import { hasEmailChangeLink } from '@/lib/platform/auth/email-change-links'

/** Whether a link for another address can still be used by whoever asks; the change itself looks again. One statement. @throws unauthenticated */
export async function isEmailChangeOpen(ctx: Ctx, token: string): Promise<boolean> {
  return hasEmailChangeLink(database(), requireSession(ctx).userId, token)
}
