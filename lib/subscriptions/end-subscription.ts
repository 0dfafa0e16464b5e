import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { SubscriptionId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { isMine } from './mine-sql'
import type { EndedSubscription, OneSubscription } from './schemas'

/** Ends one of the person's own. One statement. @throws unauthenticated, not_found also for somebody else's */
export async function endSubscription(ctx: Ctx, { id }: OneSubscription): Promise<z.infer<typeof EndedSubscription>> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<{ id: SubscriptionId }>(
    sql`delete from subscriptions s where s.id = ${id} and ${isMine(userId)} returning s.id`,
  )
  if (!row) throw new DomainError('not_found', { detail: 'This one has ended already.' })
  return { id: row.id }
}
