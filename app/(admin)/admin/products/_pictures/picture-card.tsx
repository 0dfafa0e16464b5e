'use client'

import { type FocusEvent, type KeyboardEvent, useId } from 'react'
import { Badge } from '@/app/_ui/badge'
import { classes } from '@/app/_ui/classes'
import { ChevronLeftIcon, ChevronRightIcon, Trash2Icon } from '@/app/_ui/icons'
import { Picture } from '@/app/_ui/picture'
import type { PanelVariant } from './pictures-panel'
import type { ShownPicture } from './use-pictures'

type Props = {
  picture: ShownPicture
  place: number
  count: number
  variants: PanelVariant[]
  isDragged: boolean
  onDrag: () => void
  onDragOver: () => void
  onDrop: () => void
  onMove: (to: number) => void
  onChange: (changes: Partial<Pick<ShownPicture, 'alt' | 'variant_ids'>>, said: string) => void
  onRemove: () => void
}

const tool = 'grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-40'

/** One picture: dragged by itself, moved by its buttons, described, given to variants, removed. */
export function PictureCard({ picture, place, count, variants, isDragged, onDrag, onDragOver, onDrop, onMove, onChange, onRemove }: Props) {
  const altId = useId()
  const name = `picture ${place + 1}`

  function saveAlt({ target: { value } }: FocusEvent<HTMLInputElement>) {
    if (value.trim() !== picture.alt) onChange({ alt: value.trim() }, 'The description is saved.')
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return
    // Never the form around it.
    event.preventDefault()
    event.currentTarget.blur()
  }

  return (
    <li
      draggable={count > 1}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        onDrag()
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        onDragOver()
      }}
      onDragEnd={onDrop}
      className={classes('grid content-start gap-2', count > 1 && 'cursor-grab', isDragged && 'opacity-50')}
    >
      <div className="relative overflow-hidden rounded-md bg-sunken">
        <Picture picture={picture.picture} sizes="14rem" alt={picture.alt} className="aspect-square h-auto w-full bg-cover" />
        {place === 0 && (
          <Badge tone="neutral" className="absolute top-2 left-2">
            Main
          </Badge>
        )}
      </div>
      <div className="flex items-center justify-between">
        <span className="flex">
          <button
            type="button"
            className={tool}
            aria-label={`Move ${name} to the front`}
            aria-disabled={place === 0}
            onClick={() => place > 0 && onMove(place - 1)}
          >
            <ChevronLeftIcon />
          </button>
          <button
            type="button"
            className={tool}
            aria-label={`Move ${name} to the back`}
            aria-disabled={place === count - 1}
            onClick={() => place < count - 1 && onMove(place + 1)}
          >
            <ChevronRightIcon />
          </button>
        </span>
        <button type="button" className={tool} aria-label={`Remove ${name}`} onClick={onRemove}>
          <Trash2Icon />
        </button>
      </div>
      <label htmlFor={altId} className="grid gap-1 text-muted text-sm">
        What it shows
        <input
          key={picture.alt}
          id={altId}
          defaultValue={picture.alt}
          maxLength={300}
          onBlur={saveAlt}
          onKeyDown={onKey}
          placeholder="For who cannot see it"
          className="h-10 w-full rounded-md border border-line bg-surface px-2.5 text-base text-ink hover:border-edge sm:text-sm"
        />
      </label>
      {variants.length > 1 && <Variants picture={picture} variants={variants} onChange={onChange} />}
    </li>
  )
}

function Variants({ picture: { variant_ids: mine }, variants, onChange }: Pick<Props, 'picture' | 'variants' | 'onChange'>) {
  const titles = variants.filter(({ id }) => mine.some((one) => one === id)).map(({ title }) => title)

  function toggle(id: string, isOn: boolean) {
    const others = mine.filter((one) => one !== id)
    onChange({ variant_ids: isOn ? [...others, id as (typeof mine)[number]] : others }, 'The variants are saved.')
  }

  return (
    <details className="text-sm">
      <summary className="min-h-6 rounded-md text-accent">{titles.length === 0 ? 'For no variant of its own' : `For ${titles.join(', ')}`}</summary>
      <ul className="mt-1 grid max-h-48 gap-1 overflow-y-auto rounded-md bg-sunken p-2">
        {variants.map(({ id, title }) => (
          <li key={id}>
            <label className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                className="check"
                checked={mine.some((one) => one === id)}
                onChange={({ target }) => toggle(id, target.checked)}
              />
              {title}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
