'use client'

import { type ComponentType, type DragEvent, type SVGProps, useState } from 'react'
import { classes } from '@/app/_ui/classes'

type Options<Spot extends string> = {
  isOn: boolean
  /** Where in a row the pointer is: before it, after it, inside it. */
  spotOf: (event: DragEvent) => Spot
  /** Whether what is dragged may be put there. */
  mayDrop: (dragged: string, over: string, spot: Spot) => boolean
  onDrop: (dragged: string, over: string, spot: Spot) => void
}

/** Rows that are dragged over each other: what is dragged, what it is over, and the properties of each row. */
export function useDragging<Spot extends string>({ isOn, spotOf, mayDrop, onDrop }: Options<Spot>) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<{ id: string; spot: Spot } | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const rowOf = (id: string) => ({
    draggable: isOn,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      setDragged(id)
    },
    onDragOver: (event: DragEvent) => {
      const spot = spotOf(event)
      if (!dragged || !mayDrop(dragged, id, spot)) return
      event.preventDefault()
      if (over?.id !== id || over.spot !== spot) setOver({ id, spot })
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged && over) onDrop(dragged, over.id, over.spot)
      end()
    },
    onDragEnd: end,
  })
  return { dragged, over, rowOf }
}

/** The share of a row's height at which the pointer is, from its top. */
export function heightIn(event: DragEvent): number {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return (event.clientY - top) / height
}

/** The line at which it will come to stand. Its row is `relative`. */
export const DropLine = ({ isBelow }: { isBelow: boolean }) => (
  <span aria-hidden="true" className={classes('absolute inset-x-0 h-0.5 bg-accent', isBelow ? '-bottom-px' : '-top-px')} />
)

type MoveProps = { words: string; isOff: boolean; onMove: () => void; Icon: ComponentType<SVGProps<SVGSVGElement>>; isWide?: boolean | undefined }

/** A step by key or press. Stays where it is when it can go no further, so that the focus does; `isWide` ones need room. */
export function MoveButton({ words, isOff, onMove, Icon, isWide }: MoveProps) {
  return (
    <button
      type="button"
      aria-label={words}
      aria-disabled={isOff}
      onClick={() => !isOff && onMove()}
      className={classes(
        'grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-30',
        isWide && 'max-sm:hidden',
      )}
    >
      <Icon width="18" height="18" />
    </button>
  )
}
