import type { ReactNode } from 'react'
import type { Column } from './data-table'
import { Empty } from './empty'
import { Filters } from './filters'
import { ListFoot } from './list-foot'
import { ListViews } from './views/list-views'

type Words = readonly [title: string, text: ReactNode]

/** What stands where rows will be: when there are none at all, and when none matches. */
export type Nothing = { icon: ReactNode; none: Words; filtered: Words; action?: ReactNode }

type Props = {
  path: string
  query: Record<string, unknown>
  page: { data: readonly unknown[]; next_cursor: string | null; prev_cursor: string | null; total?: number; total_is_exact?: boolean }
  noun: readonly [one: string, many: string]
  /** `FilterSearch`, `FilterSelect` and `FilterRange`. */
  filters: ReactNode
  isFiltered: boolean
  /** How the list is sorted, unless as it begins; kept when a filter changes. */
  sort?: string | undefined
  nothing: Nothing
  /** Where the list as it is filtered comes as CSV. */
  csv?: string
  /** The ways on; by age unless told otherwise. */
  steps?: readonly [back: string, on: string] | undefined
  /** The table's, so that the person can choose among them. */
  columns?: readonly Pick<Column<never>, 'name' | 'isNameHidden'>[]
  /** What the list is called as it begins, unless it shows all. */
  whole?: string
  /** The rows: a `DataTable`, or one in a `BulkForm`. */
  children: ReactNode
}

/** A list of the dashboard in its white frame: the views of whoever looks, the filters, the rows or what stands in their place, how much there is and the ways on. */
export function List({ path, query, page, noun, filters, isFiltered, sort, nothing, csv, steps, columns = [], whole, children }: Props) {
  const [title, text] = isFiltered ? nothing.filtered : nothing.none
  const { total, total_is_exact: isExact = true } = page
  return (
    <div className="rounded-lg bg-surface shadow-sm">
      <ListViews path={path} query={query} columns={columns} hasFile={csv !== undefined} whole={whole} />
      <Filters path={path} isFiltered={isFiltered} sort={sort}>
        {filters}
      </Filters>
      <div className="border-line border-t">
        {page.data.length > 0 ? (
          children
        ) : (
          <Empty icon={nothing.icon} title={title} action={!isFiltered && nothing.action}>
            {text}
          </Empty>
        )}
      </div>
      <ListFoot
        path={path}
        query={query}
        page={page}
        shown={page.data.length}
        total={total === undefined ? undefined : { count: total, isExact }}
        noun={noun}
        csv={csv}
        steps={steps}
      />
    </div>
  )
}
