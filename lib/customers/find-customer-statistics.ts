import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { tags } from '@/lib/core/tags'
import { requireCan } from '@/lib/platform/auth/can'
import { cacheKey } from '@/lib/platform/cache/cache-key'
import { cached } from '@/lib/platform/cache/cached'
import type { CustomerStatistics } from './schemas'

/** How many people there are, by what they did. One statement (R136), kept for half an hour or until somebody changes (R99). @throws forbidden */
export async function findCustomerStatistics(ctx: Ctx): Promise<CustomerStatistics> {
  requireCan(ctx, 'customers.read')
  return getCustomerStatistics()
}

const getCustomerStatistics = cached(countCustomers, {
  keeping: 'user_statistics',
  key: () => cacheKey('user_statistics'),
  tags: () => [tags.customers],
})

async function countCustomers(): Promise<CustomerStatistics> {
  const [row] = await database().execute<CustomerStatistics>(sql`
    select count(*)::int as total,
      count(*) filter (where email_verified)::int as verified,
      count(*) filter (where role <> 'customer')::int as staff,
      count(*) filter (where banned_at is not null)::int as banned,
      count(*) filter (where created_at > now() - interval '30 days')::int as new_last_30_days,
      (select count(distinct user_id)::int from orders) as with_orders,
      (select count(distinct user_id)::int from sessions where updated_at > now() - interval '30 days') as signed_in_last_30_days
    from users where erased_at is null`)
  if (!row) throw new Error('A statement that always returns a row returned none')
  return row
}
