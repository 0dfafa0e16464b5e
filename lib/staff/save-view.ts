import { and, eq, ne, sql } from 'drizzle-orm'
import { users } from '@/db/schema/customers'
import { staffViews } from '@/db/schema/staff-views'
import { constraintName, type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type StaffViewId, type UserId } from '@/lib/core/ids'
import { requireCan, requireUser } from '@/lib/platform/auth/can'
import { type ViewArea, viewAreas } from './view-areas'
import { type ChangeView, MAX_VIEWS, type SavedView, type SaveView, type ViewRef } from './view-schemas'

/**
 * Keeps how one sees a list, for oneself alone. What the query means is asked each time it is opened, by the list. Not in the activity log,
 * as it changes nothing of the shop. One transaction, three statements.
 * @throws forbidden where one may not read the list, invalid_input when the name is taken, conflict when there are too many
 */
export async function saveView(ctx: Ctx, { area, name, query, hidden_columns: hiddenColumns }: SaveView): Promise<SavedView> {
  requireCan(ctx, viewAreas[area])
  const userId = requireUser(ctx)
  return unlessTaken(() =>
    transaction(async (tx) => {
      const known = await lockViews(tx, userId, area)
      if (known >= MAX_VIEWS) throw new DomainError('conflict', { detail: `A list keeps ${MAX_VIEWS} views. Delete one first.` })
      const [row] = await tx.insert(staffViews).values({ id: newId<StaffViewId>(), userId, area, name, query, hiddenColumns }).returning()
      if (!row) throw new Error('An insert returned no row')
      return savedView(row)
    }),
  )
}

/** Another name or other filters for a view of one's own. @throws forbidden, not_found, invalid_input when the name is taken */
export async function changeView(ctx: Ctx, { id, name, query }: ChangeView): Promise<SavedView> {
  requireCan(ctx, 'dashboard.use')
  const own = ownView(requireUser(ctx), id)
  return unlessTaken(() => transaction(async (tx) => found(await tx.update(staffViews).set({ name, query }).where(own).returning())))
}

/** @returns what it was, so that it can be saved again. @throws forbidden, not_found */
export async function removeView(ctx: Ctx, { id }: ViewRef): Promise<SavedView> {
  requireCan(ctx, 'dashboard.use')
  const own = ownView(requireUser(ctx), id)
  return transaction(async (tx) => found(await tx.delete(staffViews).where(own).returning()))
}

/** The row without a name is no view: it goes with its list. */
export const ownView = (userId: UserId, id: StaffViewId) => and(eq(staffViews.id, id), eq(staffViews.userId, userId), ne(staffViews.name, ''))

type Row = typeof staffViews.$inferSelect

/** @throws not_found */
export function found([row]: Row[]): SavedView {
  if (!row) throw new DomainError('not_found', { detail: 'This view is gone.' })
  return savedView(row)
}

const savedView = ({ id, name, query, hiddenColumns }: Row): SavedView => ({ id, name, query, hidden_columns: hiddenColumns })

/** One change at a time, so that two at once do not pass the limit together. Returns how many there are. */
async function lockViews(tx: Tx, userId: UserId, area: ViewArea): Promise<number> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
  const own = and(eq(staffViews.userId, userId), eq(staffViews.area, area), ne(staffViews.name, ''))
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(staffViews).where(own)
  return row?.count ?? 0
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (constraintName(error) !== 'staff_views_name') throw error
    throw new DomainError('invalid_input', { errors: [{ pointer: '/name', detail: 'Another view of this list has this name.' }] })
  }
}
