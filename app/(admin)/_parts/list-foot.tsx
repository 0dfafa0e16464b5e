import { button } from '@/app/_ui/button'
import { ChevronLeftIcon, ChevronRightIcon, DownloadIcon } from '@/app/_ui/icons'
import { withQuery } from './query'
import { placeOf } from './views/list-view'

type Props = {
  path: string
  query: Record<string, unknown>
  page: { next_cursor: string | null; prev_cursor: string | null }
  /** How many are on this page, and of how many; a total that nobody counts to its end says "more than". */
  shown: number
  total?: { count: number; isExact: boolean } | null
  noun: readonly [one: string, many: string]
  /** Where the list as it is filtered comes as CSV. */
  csv?: string
  /** The ways on; by age unless told otherwise. */
  steps?: readonly [back: string, on: string]
}

/** Under a list: how much there is, the ways on, and the file. */
export async function ListFoot({ path, query, page, shown, total, noun, csv, steps = ['Newer', 'Older'] }: Props) {
  const count = total?.count ?? shown
  const words = `${total && !total.isExact ? 'More than ' : ''}${count.toLocaleString('en-US')} ${count === 1 ? noun[0] : noun[1]}`
  const place = await placeOf(query)
  const step = button({ look: 'quiet', size: 'sm' })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3 py-3 sm:px-4">
      <p className="text-muted text-sm">{total === undefined ? `${words} on this page` : words}</p>
      {csv && (
        <a
          href={withQuery(csv, { ...query, page_size: null }, {})}
          download
          className="inline-flex items-center gap-1.5 rounded-md font-semibold text-accent text-sm underline-offset-4 hover:underline"
        >
          <DownloadIcon width="16" height="16" />
          CSV
        </a>
      )}
      <nav aria-label="Pages" className="ml-auto flex gap-2">
        {page.prev_cursor && (
          <a href={withQuery(path, place, { cursor: page.prev_cursor })} rel="prev" className={step}>
            <ChevronLeftIcon width="16" height="16" />
            {steps[0]}
          </a>
        )}
        {page.next_cursor && (
          <a href={withQuery(path, place, { cursor: page.next_cursor })} rel="next" className={step}>
            {steps[1]}
            <ChevronRightIcon width="16" height="16" />
          </a>
        )}
      </nav>
    </div>
  )
}
