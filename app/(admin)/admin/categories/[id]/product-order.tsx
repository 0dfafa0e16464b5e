'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { ArrowDownIcon, ArrowUpIcon, ArrowUpToLineIcon } from '@/app/_ui/icons'
import { Picture } from '@/app/_ui/picture'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import type { ArrangedProduct, Arrangement, ProductsArranged } from '@/lib/catalog/arrange-schemas'
import { moved, type Shown, toTop } from './arrange-moves'
import { FindInCategory } from './find-in-category'

type Props = { categoryId: string; arrangement: Arrangement; mayWrite: boolean }

/** The products of a category as its page shows them, to be moved. A move is shown at once, and put back when the shop refuses it. */
export function ProductOrder({ categoryId, arrangement, mayWrite }: Props) {
  const router = useRouter()
  const [seen, setSeen] = useState(arrangement)
  const [shown, setShown] = useState<Shown<ArrangedProduct>>(arrangement)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<{ id: string; isBelow: boolean } | null>(null)
  const [spoken, setSpoken] = useState('')
  const version = useRef(arrangement.version)
  const queue = useRef(Promise.resolve())

  // While rendering: the page was read anew.
  if (seen !== arrangement) {
    setSeen(arrangement)
    setShown(arrangement)
  }

  function change(next: Shown<ArrangedProduct>, said: string) {
    if (next.data === shown.data && next.arranged === shown.arranged) return
    setShown(next)
    setSpoken(said)
    queue.current = queue.current.then(() => send(next, said))
  }

  const move = (from: number, to: number) => {
    const name = shown.data[from]?.name
    if (to >= 0 && to < shown.data.length) change(moved(shown, from, to), `${name} is at place ${to + 1}.`)
  }

  async function send({ data, arranged }: Shown<ArrangedProduct>, said: string) {
    try {
      const product_ids = data.slice(0, arranged).map(({ id }) => id)
      const done = await sendJson<ProductsArranged>('PUT', `/api/v1/admin/categories/${categoryId}/order`, { product_ids, version: version.current })
      version.current = done.version
      if (done.undo) sayDone(said, { undo: done.undo, refresh: again })
    } catch (error) {
      sayRefused((error as Error).message)
      await again()
    }
  }

  /** What the shop has, whatever was shown meanwhile. */
  async function again() {
    const now = await sendJson<Arrangement>('GET', `/api/v1/admin/categories/${categoryId}/order`)
    version.current = now.version
    setShown(now)
    router.refresh()
  }

  function drop() {
    const from = shown.data.findIndex(({ id }) => id === dragged)
    const target = shown.data.findIndex(({ id }) => id === over?.id)
    if (from !== -1 && target !== -1 && over) {
      const gap = over.isBelow ? target + 1 : target
      move(from, gap > from ? gap - 1 : gap)
    }
    setDragged(null)
    setOver(null)
  }

  if (shown.data.length === 0) return <p className="text-muted text-sm">There are no products in it yet. They come here in a product's editor.</p>
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-muted text-sm">
        {shown.arranged === 0
          ? 'Its page shows the newest first. Move a product, and it keeps its place.'
          : `Its page begins with ${shown.arranged === 1 ? 'the first product' : `these ${shown.arranged} products`}; the others follow, the newest first.`}
      </p>
      {mayWrite && <FindInCategory categoryId={categoryId} onChoose={(product) => change(toTop(shown, product), `${product.name} is at the top.`)} />}
      <ol aria-label="Products in their order" className="rounded-md border border-line">
        {shown.data.map((product, index) => (
          <li
            key={product.id}
            draggable={mayWrite}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              setDragged(product.id)
            }}
            onDragOver={(event) => {
              if (!dragged || dragged === product.id) return
              event.preventDefault()
              const { top, height } = event.currentTarget.getBoundingClientRect()
              const isBelow = event.clientY > top + height / 2
              if (over?.id !== product.id || over.isBelow !== isBelow) setOver({ id: product.id, isBelow })
            }}
            onDrop={(event) => {
              event.preventDefault()
              drop()
            }}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
            className={classes(
              'relative flex items-center gap-3 border-line border-t px-3 py-1.5 first:border-t-0',
              mayWrite && 'cursor-grab',
              dragged === product.id && 'opacity-50',
              index === shown.arranged && index > 0 && 'border-t-2 border-t-edge',
            )}
          >
            {over?.id === product.id && (
              <span aria-hidden="true" className={classes('absolute inset-x-0 h-0.5 bg-accent', over.isBelow ? '-bottom-px' : '-top-px')} />
            )}
            <span className="w-6 shrink-0 text-right text-muted text-sm tabular-nums">{index < shown.arranged ? index + 1 : ''}</span>
            <span className="size-9 shrink-0 overflow-hidden rounded-md bg-sunken">
              {product.picture && <Picture picture={product.picture} sizes="2.25rem" alt="" className="size-9 bg-cover" />}
            </span>
            <a
              href={`/admin/products/${product.id}`}
              draggable={false}
              className="min-w-0 flex-1 truncate font-medium text-sm underline-offset-4 hover:underline"
            >
              {product.name}
            </a>
            {!product.is_active && <Badge tone="quiet">Not in the shop</Badge>}
            {mayWrite && (
              <span className="flex shrink-0">
                <MoveButton
                  words={`Move ${product.name} to the top`}
                  isOff={index === 0}
                  onMove={() => move(index, 0)}
                  Icon={ArrowUpToLineIcon}
                  narrow
                />
                <MoveButton words={`Move ${product.name} up`} isOff={index === 0} onMove={() => move(index, index - 1)} Icon={ArrowUpIcon} />
                <MoveButton
                  words={`Move ${product.name} down`}
                  isOff={index === shown.data.length - 1}
                  onMove={() => move(index, index + 1)}
                  Icon={ArrowDownIcon}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {arrangement.is_more && <p className="text-muted text-sm">Older ones follow. Find one by its name to put it at the top.</p>}
      {mayWrite && shown.arranged > 0 && (
        <Button
          look="quiet"
          size="sm"
          className="justify-self-start"
          onClick={() => {
            queue.current = queue.current.then(() => send({ data: [], arranged: 0 }, 'The newest come first again.')).then(again)
          }}
        >
          Show the newest first again
        </Button>
      )}
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </div>
  )
}

type MoveProps = { words: string; isOff: boolean; onMove: () => void; Icon: typeof ArrowUpIcon; narrow?: boolean }

/** Stays where it is when it can go no further, so that the focus does. */
function MoveButton({ words, isOff, onMove, Icon, narrow }: MoveProps) {
  return (
    <button
      type="button"
      aria-label={words}
      aria-disabled={isOff}
      onClick={() => !isOff && onMove()}
      className={classes(
        'grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-30',
        narrow && 'max-sm:hidden',
      )}
    >
      <Icon width="18" height="18" />
    </button>
  )
}
