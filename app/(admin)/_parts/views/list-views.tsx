import { type Column, choosable } from '../data-table'
import { listView, shownQuery } from './list-view'
import { ViewsBar } from './views-bar'

type Props = {
  path: string
  query: Record<string, unknown>
  /** The table's, when the list is one. */
  columns: readonly Pick<Column<never>, 'name' | 'isNameHidden'>[]
  hasFile?: boolean
  /** What the list as it begins is called, unless it shows all. */
  whole?: string | undefined
}

/** Above the filters of a list: the views of whoever looks, and the choice of columns. */
export async function ListViews({ path, query, columns, hasFile = false, whole = 'All' }: Props) {
  const [view, shown] = await Promise.all([listView(), shownQuery(query)])
  if (!view) return null
  const { area, views, open, hidden } = view
  return (
    <ViewsBar
      path={path}
      whole={whole}
      area={area}
      views={views}
      open={open}
      shown={shown}
      columns={choosable(columns)}
      hidden={hidden}
      hasFile={hasFile}
    />
  )
}
