import { sql } from 'drizzle-orm'
import { staffViews } from '@/db/schema/staff-views'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { requireCan, requireUser } from '@/lib/platform/auth/can'
import { found, ownView } from './save-view'
import { viewAreas } from './view-areas'
import type { ChooseColumns } from './view-schemas'

/**
 * Which columns of a list one does without: of the view that is open, or of the list as it begins. Kept at once, for oneself alone. One
 * statement.
 * @throws forbidden where one may not read the list, not_found
 */
export async function chooseColumns(ctx: Ctx, { area, view, hidden_columns: hiddenColumns }: ChooseColumns): Promise<Record<string, never>> {
  requireCan(ctx, viewAreas[area])
  const userId = requireUser(ctx)
  await transaction(async (tx) => {
    if (view) {
      found(await tx.update(staffViews).set({ hiddenColumns }).where(ownView(userId, view)).returning())
      return
    }
    await tx.execute(sql`
      insert into staff_views (id, user_id, area, name, hidden_columns)
      values (${newId()}, ${userId}, ${area}, '', ${sql.param(hiddenColumns, staffViews.hiddenColumns)})
      on conflict (user_id, area, lower(name)) do update set hidden_columns = excluded.hidden_columns, updated_at = now()`)
  })
  return {}
}
