import type { Route } from 'next'
import type { SavedView } from '@/lib/staff/view-schemas'

/** Where a view opens: the list's address with its filters, and which view it is. */
export const viewHref = (path: string, { id, query }: Pick<SavedView, 'id' | 'query'>): Route =>
  `${path}?${query ? `${query}&` : ''}view=${id}` as Route
