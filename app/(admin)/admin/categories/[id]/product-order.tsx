'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { ArrowDownIcon, ArrowUpIcon, ArrowUpToLineIcon } from '@/app/_ui/icons'
import { Picture } from '@/app/_ui/picture'
import { DropLine, heightIn, MoveButton, useDragging } from '@/app/(admin)/_parts/moving'
import { ProductFinder } from '@/app/(admin)/_parts/product-finder'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import type { ArrangedProduct, Arrangement, ProductsArranged } from '@/lib/catalog/arrange-schemas'
import { moved, type Shown, toTop } from './arrange-moves'

type Props = { categoryId: string; arrangement: Arrangement; mayWrite: boolean }

/** The products of a category as its page shows them, to be moved. A move is shown at once, and put back when the shop refuses it. */
export function ProductOrder({ categoryId, arrangement, mayWrite }: Props) {
  const router = useRouter()
  const [seen, setSeen] = useState(arrangement)
  const [shown, setShown] = useState<Shown<ArrangedProduct>>(arrangement)
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

  const { dragged, over, rowOf } = useDragging({
    isOn: mayWrite,
    spotOf: (event) => (heightIn(event) > 0.5 ? 'after' : 'before'),
    mayDrop: (id, target) => id !== target,
    onDrop: (id, target, spot) => {
      const [from, at] = [id, target].map((one) => shown.data.findIndex((product) => product.id === one)) as [number, number]
      const gap = spot === 'after' ? at + 1 : at
      move(from, gap > from ? gap - 1 : gap)
    },
  })

  if (shown.data.length === 0) return <p className="text-muted text-sm">There are no products in it yet. They come here in a product's editor.</p>
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-muted text-sm">
        {shown.arranged === 0
          ? 'Its page shows the newest first. Move a product, and it keeps its place.'
          : `Its page begins with ${shown.arranged === 1 ? 'the first product' : `these ${shown.arranged} products`}; the others follow, the newest first.`}
      </p>
      {mayWrite && (
        <ProductFinder
          label="Find a product of this category to put at the top"
          icon={<ArrowUpIcon width="16" height="16" />}
          categoryId={categoryId}
          onChoose={({ id, name, price, picture, status }) =>
            change(toTop(shown, { id, name, price, picture, is_active: status === 'active' }), `${name} is at the top.`)
          }
        />
      )}
      <ol aria-label="Products in their order" className="rounded-md border border-line">
        {shown.data.map((product, index) => (
          <li
            key={product.id}
            {...rowOf(product.id)}
            className={classes(
              'relative flex items-center gap-3 border-line border-t px-3 py-1.5 first:border-t-0',
              mayWrite && 'cursor-grab',
              dragged === product.id && 'opacity-50',
              index === shown.arranged && index > 0 && 'border-t-2 border-t-edge',
            )}
          >
            {over?.id === product.id && <DropLine isBelow={over.spot === 'after'} />}
            <span className="w-6 shrink-0 text-right text-muted text-sm tabular-nums">{index < shown.arranged ? index + 1 : ''}</span>
            <span className="size-9 shrink-0 overflow-hidden rounded-md bg-sunken">
              {product.picture && <Picture picture={product.picture} sizes="2.25rem" alt="" className="size-9 bg-cover" />}
            </span>
            <a
              href={`/admin/products/${product.id}`}
              draggable={false}
              className="min-w-0 flex-1 line-clamp-2 sm:line-clamp-1 font-medium text-sm underline-offset-4 hover:underline"
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
                  isWide
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
