import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/core/context'
import { withPassword } from '@/lib/platform/auth/better-auth'
import { countMailRequest } from '@/lib/platform/auth/mail-limit'
import { ALIKE_MS, takeAtLeast } from '@/lib/platform/auth/take-at-least'
import { requireNotOnesAddress } from './not-ones-address'
import type { Register, Sent } from './schemas'

/**
 * Opens an account, which can be used once its address is confirmed. An address that has an account is answered alike, and its owner is
 * told by mail: nobody learns here who is a customer. Two registrations of one address at once are one account.
 * @throws invalid_input when the password is the address, rate_limited, unavailable when too many people register at this moment.
 */
export async function register(ctx: Ctx, input: Register): Promise<Sent> {
  requireNotOnesAddress(input.password, input.email, '/password')
  await countMailRequest(ctx, input.email)
  await takeAtLeast(ALIKE_MS, () =>
    withPassword(ctx, async ({ api }, { tx, headers }) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`register:${input.email}`}, 0))`)
      await api.signUpEmail({ body: input, headers })
    }),
  )
  return { message: 'Almost done: we have sent you a mail. Open the link in it to confirm your address.' }
}
