import { cache } from 'react'
import { pageAddress, staffCtx } from '@/app/(admin)/_parts/staff-ctx'
import { keptQuery } from '@/lib/staff/kept-query'
import { viewsOf } from '@/lib/staff/read-views'
import type { ViewArea } from '@/lib/staff/view-areas'
import type { SavedView } from '@/lib/staff/view-schemas'

export type ListView = {
  area: ViewArea
  views: SavedView[]
  /** The one that the address names; null is the list as it begins. */
  open: SavedView | null
  /** Columns that stay away. */
  hidden: readonly string[]
}

/** How the person likes to see the list of this page; null where there is none that keeps views. Costs no statement of its own. */
export const listView = cache(async (): Promise<ListView | null> => {
  const { area, search } = await pageAddress()
  if (!area) return null
  const { views, hidden } = viewsOf(await staffCtx())
  const open = views.find(({ id }) => id === search.get('view')) ?? null
  return { area, views, open, hidden: open?.hidden_columns ?? hidden }
})

/** What the address says of what the list knows, as a view keeps it: what its schema does not know is left out. */
export async function shownQuery(query: Record<string, unknown>): Promise<string> {
  const { search } = await pageAddress()
  return keptQuery(new URLSearchParams([...search].filter(([name]) => query[name] !== undefined)))
}

/** A list's query for links within it: the view stays open, and what the address does not say is not said for it. */
export async function placeOf(query: Record<string, unknown>): Promise<Record<string, unknown>> {
  const view = await listView()
  if (!view) return query
  return { ...Object.fromEntries(new URLSearchParams(await shownQuery(query))), page_size: query.page_size, view: view.open?.id }
}
