import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { env } from '@/lib/platform/env'
import { addressKeyOf, isExempt } from '@/lib/platform/rate-limit/caller-address'
import { accountKeyOf, countAttempts, EVERY, requireWithinLimits } from './count-attempt'

/** Wrong passwords for all accounts together that one address may try within a window: people share addresses, so it is far above one person's. */
const MAX_PER_ADDRESS = 50
/** From this failure on, wherever they come from, each attempt at an account takes longer. */
const FREE_FAILURES = 20
const MAX_DELAY_MS = 3000
const NO_MAXIMUM = 2_000_000_000

/**
 * Counts an attempt to give a password, before it is looked at (S6, R125: five attempts, then 900 seconds). Closed is one account for
 * one address, so nobody can lock somebody else out; guesses from many addresses are only slowed down, and not for an address from
 * which this account is in use. Whether the account exists makes no difference. Two statements, a third one for accounts under attack.
 * @throws rate_limited with the seconds that are left.
 */
export async function countPasswordAttempt(ctx: Ctx, email: string): Promise<void> {
  const accountKey = accountKeyOf('password', email)
  const address = addressKeyOf(ctx.clientAddress)
  requireWithinLimits(await countAttempts([{ accountKey, address, max: env.SIGN_IN_MAX_ATTEMPTS }]), tooMany)
  // Who was turned away above has not guessed: that counts against nobody else.
  const perAddress = isExempt(ctx.clientAddress) ? [] : [{ accountKey: 'password', address, max: MAX_PER_ADDRESS }]
  const [all, ...rest] = await countAttempts([{ accountKey, address: EVERY, max: NO_MAXIMUM }, ...perAddress])
  requireWithinLimits(rest, tooMany)
  await slowDown(ctx, email, all?.attempts ?? 0)
}

const tooMany = (minutes: number) =>
  `Too many wrong passwords. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, or choose a new password.`

/** The right password: this address starts anew with this account, and what was counted for others is taken back. One statement. */
export async function forgivePasswordAttempt(ctx: Ctx, email: string): Promise<void> {
  const account = accountKeyOf('password', email)
  const address = addressKeyOf(ctx.clientAddress)
  await database().execute(sql`
    with cleared as (
      delete from sign_in_attempts where (account_key = ${account} and address = ${address})
        or (attempts = 1 and ((account_key = ${account} and address = ${EVERY}) or (account_key = 'password' and address = ${address})))
    )
    update sign_in_attempts set attempts = attempts - 1
    where attempts > 1 and ((account_key = ${account} and address = ${EVERY}) or (account_key = 'password' and address = ${address}))`)
}

async function slowDown({ clientAddress }: Ctx, email: string, attempts: number): Promise<void> {
  if (attempts <= FREE_FAILURES || (await isInUseFrom(email, clientAddress))) return
  await sleep(Math.min(MAX_DELAY_MS, 100 * 2 ** ((attempts - FREE_FAILURES) / 4)))
}

async function isInUseFrom(email: string, clientAddress: string): Promise<boolean> {
  const rows = await database().execute<{ ip_address: string }>(sql`
    select distinct s.ip_address from sessions s join users u on u.id = s.user_id
    where lower(u.email) = ${email.toLowerCase()} and s.expires_at > now() and s.ip_address is not null`)
  return rows.some(({ ip_address }) => addressKeyOf(ip_address) === addressKeyOf(clientAddress))
}
