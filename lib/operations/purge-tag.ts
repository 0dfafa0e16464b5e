import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import { type Ctx, principalOf } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { clearCache } from '@/lib/platform/monitoring/clear-cache'
import type { Done, PurgeTag } from './schemas'

/** Takes down what carries a tag, in all instances, by the log of invalidations. One transaction. @throws forbidden */
export async function purgeTag(ctx: Ctx, { tag }: PurgeTag): Promise<Done> {
  requireCan(ctx, 'operations.write')
  await transaction(async (tx) => {
    publish(tx, { type: 'cache.cleared', by: principalOf(ctx.actor), tags: [tag] })
    audited(tx, ctx, { action: 'cache.purged', subject: { type: 'cache', id: tag, label: tag } })
  })
  return {}
}

/** Takes down everything that is cached, in all instances. @throws forbidden */
export async function emptyCaches(ctx: Ctx): Promise<Done> {
  await clearCache(ctx)
  await transaction(async (tx) => audited(tx, ctx, { action: 'cache.emptied', subject: { type: 'cache', id: 'everything' } }))
  return {}
}
