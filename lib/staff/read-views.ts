import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/core/context'
import type { ViewArea } from './view-areas'
import { SavedView } from './view-schemas'

/**
 * One's own views of a list, read along with who one is: a list has its two statements for itself. To be given to `findSession`, whose
 * `found` it reads. By name; the list as it begins, if it has a row, is first and has none.
 */
export const viewsAlong = (area: ViewArea): SQL => sql`
  case when found.role <> 'customer' then (
    select json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query, 'hidden_columns', v.hidden_columns) order by lower(v.name))
    from staff_views v where v.user_id = found.user_id and v.area = ${area}
  ) end`

export type ViewsOfList = {
  views: SavedView[]
  /** Columns that stay away from the list as it begins. */
  hidden: string[]
}

/** What was read along. */
export function viewsOf({ session }: Ctx): ViewsOfList {
  const all = SavedView.array().parse(session?.along ?? [])
  return { views: all.filter(({ name }) => name !== ''), hidden: all.find(({ name }) => name === '')?.hidden_columns ?? [] }
}
