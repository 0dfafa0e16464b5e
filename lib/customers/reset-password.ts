import type { Ctx } from '@/lib/core/context'
import { withPassword } from '@/lib/platform/auth/better-auth'
import type { ResetPassword, Sent } from './schemas'

/**
 * Chooses a new password by the mailed link, once. Every device is signed out, and the address counts as confirmed.
 * @throws not_found when the link was used or is too old.
 */
export async function resetPassword(ctx: Ctx, { token, new_password }: ResetPassword): Promise<Sent> {
  await withPassword(ctx, ({ api }) => api.resetPassword({ body: { token, newPassword: new_password } }))
  return { message: 'Your password is changed. Please sign in with the new one.' }
}
