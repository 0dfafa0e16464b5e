import type { ReactNode } from 'react'
import { ArrowDownIcon, ArrowUpIcon } from '@/app/_ui/icons'
import { withQuery } from './query'
import { RowKeys } from './row-keys'
import { SelectAll } from './select-all'
import { listView, placeOf } from './views/list-view'

export type Column<R> = {
  name: string
  /** Beside a name that only screen readers need, for example of a picture. */
  isNameHidden?: boolean
  cell: (row: R) => ReactNode
  align?: 'end'
  /** Narrow screens do without it. */
  from?: 'sm' | 'lg'
  /** The list can be sorted by it: the value of `sort` in the query; `-` before it turns it around. */
  sort?: string
}

type Props<R> = {
  /** What the rows are, for screen readers: "Orders". */
  label: string
  columns: Column<R>[]
  rows: readonly R[]
  idOf: (row: R) => string
  hrefOf?: (row: R) => string
  /** How a row is called by its checkbox; with it rows can be selected, inside a `BulkForm`. */
  nameOf?: (row: R) => string
  /** The list's address and query, for the links of sorted columns. */
  path?: string
  query?: Record<string, unknown> & { sort?: string }
}

const shownFrom = { sm: 'max-sm:hidden', lg: 'max-lg:hidden' }

/**
 * A list of records, drawn on the server. The head stays in sight, a row is reached by j and k and opened by Enter; its first cell holds
 * the link, so that everything works without JavaScript too. Columns that the person does without stay away.
 */
export async function DataTable<R>({ label, columns: all, rows, idOf, hrefOf, nameOf, path = '', query = {} }: Props<R>) {
  const [view, place] = await Promise.all([listView(), placeOf(query)])
  const columns = all.filter((column, index) => !mayHide(column, index) || !view?.hidden.includes(column.name))
  return (
    <RowKeys label={hrefOf || nameOf ? undefined : label}>
      <table className="data-table">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {nameOf && (
              <th scope="col" className="w-10">
                <SelectAll label={`Select every row of this page`} />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={[column.align, column.from && shownFrom[column.from]].filter(Boolean).join(' ')}
                aria-sort={sortOf(column, query.sort)}
              >
                <Head column={column} path={path} sort={query.sort} place={place} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {nameOf && (
                <td>
                  <input type="checkbox" name="ids" value={idOf(row)} className="check row-check" aria-label={`Select ${nameOf(row)}`} />
                </td>
              )}
              {columns.map((column, index) => (
                <td key={column.name} className={[column.align, column.from && shownFrom[column.from]].filter(Boolean).join(' ')}>
                  {index === 0 && hrefOf ? (
                    <a href={hrefOf(row)} data-row-link className="font-semibold underline-offset-4 hover:underline">
                      {column.cell(row)}
                    </a>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </RowKeys>
  )
}

/** The first column says which row it is, and one with a hidden name holds what can be done to it. */
const mayHide = ({ isNameHidden }: Pick<Column<never>, 'isNameHidden'>, index: number) => index > 0 && !isNameHidden

/** The names of those that somebody can do without. */
export const choosable = (columns: readonly Pick<Column<never>, 'name' | 'isNameHidden'>[]): string[] =>
  columns.filter(mayHide).map(({ name }) => name)

function sortOf({ sort }: Pick<Column<never>, 'sort'>, current: string | undefined) {
  if (!sort || !current) return undefined
  if (current === sort) return 'ascending'
  return current === `-${sort}` ? 'descending' : undefined
}

function Head<R>({ column, path, sort, place }: { column: Column<R>; path: string; sort: string | undefined; place: Record<string, unknown> }) {
  if (!column.sort) return column.isNameHidden ? <span className="sr-only">{column.name}</span> : column.name
  const direction = sortOf(column, sort)
  const next = direction === 'descending' ? column.sort : `-${column.sort}`
  return (
    <a href={withQuery(path, place, { sort: next })} className="inline-flex items-center gap-1 rounded-md hover:text-ink">
      {column.name}
      {direction === 'ascending' && <ArrowUpIcon width="14" height="14" />}
      {direction === 'descending' && <ArrowDownIcon width="14" height="14" />}
    </a>
  )
}
