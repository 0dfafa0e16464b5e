'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useRef, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Badge } from '@/app/_ui/badge'
import { classes } from '@/app/_ui/classes'
import { ArrowDownIcon, ArrowUpIcon, ChevronLeftIcon, ChevronRightIcon, FolderIcon } from '@/app/_ui/icons'
import { Picture } from '@/app/_ui/picture'
import { DropLine, heightIn, MoveButton, useDragging } from '@/app/(admin)/_parts/moving'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import type { CategoryChanged, StaffCategory } from '@/lib/catalog/category-schemas'
import { movedTree, type Place, placeAt, placeByStep, type Spot, type Step } from './tree-moves'

type Props = { categories: StaffCategory[]; mayWrite: boolean }

const steps: { step: Step; words: (name: string) => string; Icon: typeof ArrowUpIcon; isWide?: true }[] = [
  { step: 'up', words: (name) => `Move ${name} up`, Icon: ArrowUpIcon },
  { step: 'down', words: (name) => `Move ${name} down`, Icon: ArrowDownIcon },
  { step: 'out', words: (name) => `Move ${name} out of the category it lies in`, Icon: ChevronLeftIcon, isWide: true },
  { step: 'in', words: (name) => `Move ${name} below the one before it`, Icon: ChevronRightIcon, isWide: true },
]

/** Every category in its place. A move is shown at once, and put back when the shop refuses it. */
export function Tree({ categories: given, mayWrite }: Props) {
  const router = useRouter()
  const [seen, setSeen] = useState(given)
  const [categories, setCategories] = useState(given)
  const [spoken, setSpoken] = useState('')
  const queue = useRef(Promise.resolve())

  // While rendering: the page was read anew.
  if (seen !== given) {
    setSeen(given)
    setCategories(given)
  }

  function move(category: StaffCategory, place: Place | null) {
    if (!place) return
    const after = movedTree(categories, category, place)
    setCategories(after)
    const parent = after.find(({ id }) => id === place.parent_id)
    setSpoken(`${category.name} is at place ${place.index + 1} ${parent ? `below ${parent.name}` : 'at the top'}.`)
    queue.current = queue.current.then(() => send(category, place))
  }

  async function send({ id, name }: StaffCategory, place: Place) {
    try {
      const { undo } = await sendJson<CategoryChanged>('PUT', `/api/v1/admin/categories/${id}/place`, place)
      if (undo) sayDone(`${name} is moved.`, { undo, refresh: () => router.refresh() })
    } catch (error) {
      sayRefused((error as Error).message)
    }
    router.refresh()
  }

  const byId = (id: string) => categories.find((category) => category.id === id)
  const placeOf = (id: string, overId: string, spot: Spot) => {
    const [category, target] = [byId(id), byId(overId)]
    return category && target ? placeAt(categories, category, target, spot) : null
  }
  const { dragged, over, rowOf } = useDragging({
    isOn: mayWrite,
    spotOf,
    mayDrop: (id, overId, spot) => placeOf(id, overId, spot) !== null,
    onDrop: (id, overId, spot) => {
      const category = byId(id)
      if (category) move(category, placeOf(id, overId, spot))
    },
  })

  return (
    <>
      <ul aria-label="Categories">
        {categories.map((category) => (
          <li
            key={category.id}
            {...rowOf(category.id)}
            className={classes(
              'relative flex items-center gap-3 border-line border-t px-4 py-2 first:border-t-0',
              mayWrite && 'cursor-grab',
              dragged === category.id && 'opacity-50',
              over?.id === category.id && (over.spot === 'inside' ? 'bg-accent-soft' : ''),
            )}
          >
            {over?.id === category.id && over.spot !== 'inside' && <DropLine isBelow={over.spot === 'after'} />}
            <Row category={category} />
            {mayWrite && (
              <span className="ml-auto flex shrink-0">
                {steps.map(({ step, words, Icon, isWide }) => {
                  const place = placeByStep(categories, category, step)
                  return (
                    <MoveButton
                      key={step}
                      words={words(category.name)}
                      isOff={!place}
                      onMove={() => move(category, place)}
                      Icon={Icon}
                      isWide={isWide}
                    />
                  )
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </>
  )
}

/** The upper quarter of a row is before it, the lower one after it, what is between is below it. */
function spotOf(event: DragEvent): Spot {
  const at = heightIn(event)
  return at < 0.3 ? 'before' : at > 0.7 ? 'after' : 'inside'
}

const indents = ['', 'ml-6', 'ml-12', 'ml-16', 'ml-20']

function Row({ category: { id, depth, name, slug, picture, is_active, is_shown, products } }: { category: StaffCategory }) {
  return (
    <span className={classes('flex min-w-0 items-center gap-3', indents[Math.min(depth, indents.length - 1)])}>
      <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-md bg-sunken text-muted">
        {picture ? <Picture picture={picture} sizes="2.5rem" alt="" className="size-10 bg-cover" /> : <FolderIcon width="18" height="18" />}
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2">
          <a
            href={`/admin/categories/${id}`}
            draggable={false}
            className="line-clamp-2 sm:line-clamp-1 font-semibold underline-offset-4 hover:underline"
          >
            {name}
          </a>
          {!is_active && <Badge tone="warning">Hidden</Badge>}
          {is_active && !is_shown && <Badge tone="quiet">Hidden with the one above</Badge>}
        </span>
        <span className="block truncate text-muted text-sm">
          /c/{slug} · {products.is_exact ? products.count : `more than ${products.count.toLocaleString('en-US')}`}{' '}
          {products.count === 1 && products.is_exact ? 'product' : 'products'}
        </span>
      </span>
    </span>
  )
}
