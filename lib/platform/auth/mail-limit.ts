import type { Ctx } from '@/lib/core/context'
import { addressKeyOf, isExempt } from '@/lib/platform/rate-limit/caller-address'
import { accountKeyOf, countAttempts, EVERY, requireWithinLimits } from './count-attempt'

const MAX_FROM_ONE_ADDRESS_TO_ONE_TARGET = 5
const MAX_TO_ONE_TARGET = 15
const MAX_FROM_ONE_ADDRESS = 30

/**
 * Counts something that makes the shop write to an address which anybody may type: registering, a new password, the link again. What is
 * counted is what was typed, so the answer does not tell whether it has an account. One statement. @throws rate_limited
 */
export async function countMailRequest({ clientAddress }: Ctx, email: string): Promise<void> {
  if (isExempt(clientAddress)) return
  const accountKey = accountKeyOf('mail', email)
  const address = addressKeyOf(clientAddress)
  const counted = await countAttempts([
    { accountKey, address, max: MAX_FROM_ONE_ADDRESS_TO_ONE_TARGET },
    { accountKey, address: EVERY, max: MAX_TO_ONE_TARGET },
    { accountKey: 'mail', address, max: MAX_FROM_ONE_ADDRESS },
  ])
  requireWithinLimits(counted, (minutes) => `We have sent several mails already. Please look into your mailbox, or try again in ${minutes} minutes.`)
}
