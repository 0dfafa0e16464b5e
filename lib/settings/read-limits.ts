import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { limitNames, readStoredLimits } from '@/lib/core/request-limits'
import { requireCan } from '@/lib/platform/auth/can'
import { env } from '@/lib/platform/env'
import { BLOCK_SECONDS, policies, violations } from '@/lib/platform/rate-limit/policies'
import { versionOf } from './change-setting'
import type { LimitSettings } from './schemas'

/** The limits as they are set, and by whom. One statement. @throws forbidden */
export async function readLimits(ctx: Ctx): Promise<LimitSettings> {
  requireCan(ctx, 'settings.read')
  const [row] = await database().execute<{ set: Record<string, unknown> }>(sql`select rate_limits as set from settings where id = 1`)
  const set = readStoredLimits(row?.set ?? {})
  const limits = limitNames.map((name) => {
    const { usual, variable, isFixed, windows } = policies[name]
    // What is set holds in this process a moment later; whoever has just saved it reads what they saved.
    return { name, windows: [...(isFixed ? windows : (set[name] ?? usual))], usual: [...usual], set: set[name] ?? null, variable, is_fixed: isFixed }
  })
  const [refusals] = violations.windows
  return {
    version: versionOf(set),
    are_on: env.RATE_LIMITS,
    limits,
    block: { refusals: refusals?.limit ?? 1, in_seconds: refusals?.seconds ?? 1, seconds: BLOCK_SECONDS },
    sign_in: { attempts: env.SIGN_IN_MAX_ATTEMPTS, seconds: env.SIGN_IN_LOCKOUT_SECONDS },
  }
}
