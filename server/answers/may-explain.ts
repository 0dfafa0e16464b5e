import type { IncomingMessage } from 'node:http'
import { can } from '@/lib/platform/auth/can'
import { mode } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { identify } from '@/lib/web/context'

/** Who sends it wants to know where the answer came from, how old it is and with what it falls. */
const EXPLAIN_HEADER = 'x-explain-cache'

export const asksToExplain = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => headers[EXPLAIN_HEADER] !== undefined

/** Everybody may know it at their own machine, elsewhere who is signed in and may watch the shop: it tells strangers what others looked at. */
export async function mayExplain({ headers }: Pick<IncomingMessage, 'headers'>, shop = mode): Promise<boolean> {
  if (shop === 'local') return true
  try {
    const { ctx } = await identify(new Headers({ cookie: headers.cookie ?? '' }))
    return can(ctx.actor, 'monitoring.read')
  } catch (error) {
    // The answer itself needs no database: it goes out without a word about where it came from.
    logger.warn({ err: error }, 'nobody could say who asks about the cache')
    return false
  }
}
