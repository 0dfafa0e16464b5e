'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Fragment, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { PlusIcon } from '@/app/_ui/icons'
import type { ViewArea } from '@/lib/staff/view-areas'
import type { SavedView } from '@/lib/staff/view-schemas'
import { sayWithUndo } from '../toasts'
import { changeViewAction } from './actions'
import { ColumnsMenu } from './columns-menu'
import { EditView } from './edit-view'
import { SaveDialog } from './save-dialog'
import { sendAction } from './send-action'
import { viewHref } from './view-href'

type Props = {
  path: string
  /** What the list as it begins is called. */
  whole: string
  area: ViewArea
  views: SavedView[]
  open: SavedView | null
  /** The filters and the order that the list has now. */
  shown: string
  columns: string[]
  hidden: readonly string[]
  hasFile: boolean
}

/**
 * One line whatever is in it, so that nothing below it moves: the views, which scroll sideways, and beside them what can be kept. Narrow
 * screens have two as soon as there are views, because their names need the first for themselves. The list as it begins is always first.
 */
export function ViewsBar({ path, whole, area, views, open, shown, columns, hidden, hasFile }: Props) {
  const isChanged = shown !== (open?.query ?? '')
  const isTwoLines = views.length > 0 && columns.length > 0
  return (
    <div
      className={classes(
        'flex items-center border-line border-b',
        isTwoLines ? 'h-13 gap-x-2 max-sm:h-26 max-sm:flex-wrap sm:pr-4' : 'h-13 gap-2 pr-3 sm:pr-4',
      )}
    >
      <Tabs path={path} whole={whole} area={area} views={views} open={open} isLine={isTwoLines} />
      <div
        className={classes('with-js flex shrink-0 items-center gap-2', isTwoLines && 'max-sm:h-13 max-sm:basis-full max-sm:justify-end max-sm:pr-3')}
      >
        {isChanged && open && <Update view={open} shown={shown} />}
        {isChanged && (
          <SaveDialog path={path} area={area} query={shown} hidden={hidden}>
            {open ? (
              <>
                <PlusIcon className="sm:hidden" width="18" height="18" />
                <span className="max-sm:sr-only">Save as new</span>
              </>
            ) : (
              'Save view'
            )}
          </SaveDialog>
        )}
        {columns.length > 0 && (
          <ColumnsMenu key={open?.id ?? 'all'} area={area} view={open?.id} columns={columns} hidden={hidden} hasFile={hasFile} />
        )}
      </div>
    </div>
  )
}

const tab = '-mb-px inline-flex h-13 shrink-0 items-center border-b-2 px-3 text-sm'
const tabOf = (isOpen: boolean) => classes(tab, isOpen ? 'border-accent font-semibold' : 'border-transparent text-muted hover:text-ink')

type TabsProps = Pick<Props, 'path' | 'whole' | 'area' | 'views' | 'open'> & { isLine: boolean }

function Tabs({ path, whole, area, views, open, isLine }: TabsProps) {
  const line = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time another one is open
  useEffect(() => {
    const frame = line.current
    const current = frame?.querySelector<HTMLElement>('[aria-current]')
    // Only sideways: the page stays where it is.
    if (frame && current) frame.scrollLeft = current.offsetLeft - frame.offsetLeft - (frame.clientWidth - current.offsetWidth) / 2
  }, [open?.id])
  return (
    <nav
      ref={line}
      aria-label="Views"
      className={classes(
        'flex h-13 min-w-0 grow gap-1 overflow-x-auto overflow-y-hidden pl-1 [scrollbar-width:none]',
        isLine && 'max-sm:basis-full max-sm:border-line max-sm:border-b',
      )}
    >
      <Link href={path as Route} prefetch={false} scroll={false} aria-current={open ? undefined : 'page'} className={tabOf(!open)}>
        {whole}
      </Link>
      {views.map((view) => (
        <Fragment key={view.id}>
          <Link
            href={viewHref(path, view)}
            prefetch={false}
            scroll={false}
            aria-current={view.id === open?.id ? 'page' : undefined}
            className={tabOf(view.id === open?.id)}
          >
            <span className="max-w-56 truncate">{view.name}</span>
          </Link>
          {view.id === open?.id && <EditView path={path} area={area} view={view} />}
        </Fragment>
      ))}
    </nav>
  )
}

/** The view that is open takes over what the list shows now. */
function Update({ view: { id, name, query }, shown }: { view: SavedView; shown: string }) {
  const router = useRouter()
  const change = (to: string, then: () => void) =>
    sendAction(changeViewAction, { id, query: to }, () => {
      router.refresh()
      then()
    })
  return (
    <Button
      size="sm"
      look="quiet"
      aria-label={`Update “${name}”`}
      onClick={() => change(shown, () => sayWithUndo(`“${name}” is updated.`, () => change(query, () => {})))}
    >
      Update
    </Button>
  )
}
