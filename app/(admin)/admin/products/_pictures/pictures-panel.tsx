'use client'

import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { ImagePlusIcon, TriangleAlertIcon, XIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { ProductPictures } from '@/lib/catalog/picture-schemas'
import { PictureCard } from './picture-card'
import { type ShownPicture, type Upload, usePictures } from './use-pictures'

export type PanelVariant = { id: string; title: string }

type Props = { productId: string; pictures: ProductPictures; variants: PanelVariant[] }

const ACCEPTED = 'image/jpeg,image/png,image/webp'

/**
 * The pictures of a product: dropped or picked, put into order by drag or by the buttons, described, and given to variants. Everything is
 * saved at once, so it stands beside the editor's form and not in it.
 */
export function PicturesPanel({ productId, pictures: first, variants }: Props) {
  const { pictures, uploads, change, add, dismiss } = usePictures(productId, first)
  const [isOver, setOver] = useState(false)
  const [dragged, setDragged] = useState<string | null>(null)
  const [order, setOrder] = useState<ShownPicture[] | null>(null)
  const [spoken, setSpoken] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const shown = order ?? pictures
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

  function move(id: string, to: number) {
    const after = moved(pictures, id, to)
    if (after === pictures) return
    change(after, to === 0 ? 'This is the main picture now.' : 'The order is changed.')
    setSpoken(`Picture ${to + 1} of ${pictures.length}`)
  }

  function drop() {
    if (order?.some(({ id }, index) => id !== pictures[index]?.id)) change(order, 'The order is changed.')
    setOrder(null)
    setDragged(null)
  }

  return (
    <Panel
      id="pictures"
      title="Pictures"
      action={
        <>
          <input
            ref={picker}
            type="file"
            accept={ACCEPTED}
            multiple
            className="sr-only"
            tabIndex={-1}
            aria-hidden="true"
            onChange={({ currentTarget }) => {
              add([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
          <Button size="sm" look="quiet" onClick={() => picker.current?.click()}>
            <ImagePlusIcon width="16" height="16" />
            Add pictures
          </Button>
        </>
      }
    >
      <section
        aria-label="Pictures of this product"
        data-unsaved="ignore"
        onDragOver={(event) => {
          if (!carriesFiles(event)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
        onDrop={(event) => {
          if (!carriesFiles(event)) return
          event.preventDefault()
          setOver(false)
          add([...event.dataTransfer.files])
        }}
        className={classes('rounded-md outline-2 outline-dashed outline-offset-4', isOver ? 'outline-accent' : 'outline-transparent')}
      >
        {shown.length === 0 && uploads.length === 0 ? (
          <div className={classes('grid justify-items-center gap-1 rounded-md bg-sunken px-6 py-10 text-center', isOver && 'bg-accent-soft')}>
            <ImagePlusIcon className="text-muted" width="28" height="28" />
            <p className="font-medium">Drop pictures here, or add them with the button</p>
            <p className="text-muted text-sm">
              JPEG, PNG or WebP, at most 10 MB each. They are shown on a square; the first one is the main picture.
            </p>
          </div>
        ) : (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-4">
            {shown.map((picture, index) => (
              <PictureCard
                key={picture.id}
                picture={picture}
                place={index}
                count={shown.length}
                variants={variants}
                isDragged={dragged === picture.id}
                onDrag={() => {
                  setDragged(picture.id)
                  setOrder(pictures)
                }}
                onDragOver={() => dragged && dragged !== picture.id && setOrder((now) => moved(now ?? pictures, dragged, index))}
                onDrop={drop}
                onMove={(to) => move(picture.id, to)}
                onChange={(changes, said) =>
                  change(
                    pictures.map((one) => (one.id === picture.id ? { ...one, ...changes } : withoutVariants(one, changes.variant_ids))),
                    said,
                  )
                }
                onRemove={() =>
                  change(
                    pictures.filter(({ id }) => id !== picture.id),
                    'The picture is removed.',
                  )
                }
              />
            ))}
          </ul>
        )}
        <ul className="mt-4 grid gap-2 empty:hidden">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onDismiss={() => dismiss(upload.key)} />
          ))}
        </ul>
        <p className="sr-only" role="status">
          {spoken}
        </p>
      </section>
    </Panel>
  )
}

/** The same list when it is there already. */
function moved(pictures: ShownPicture[], id: string, to: number): ShownPicture[] {
  const picture = pictures.find((one) => one.id === id)
  if (!picture || to < 0 || to >= pictures.length || pictures[to]?.id === id) return pictures
  const others = pictures.filter((one) => one.id !== id)
  return [...others.slice(0, to), picture, ...others.slice(to)]
}

/** A variant shows one picture: given to another, it leaves this one. */
const withoutVariants = (picture: ShownPicture, taken: ShownPicture['variant_ids'] = []): ShownPicture => ({
  ...picture,
  variant_ids: picture.variant_ids.filter((id) => !taken.includes(id)),
})

function UploadRow({ upload: { name, share, error }, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const label = useId()
  const percent = Math.round(share * 100)
  return (
    <li className={classes('flex items-center gap-3 rounded-md px-3 py-2 text-sm', error ? 'bg-warning-soft' : 'bg-sunken')}>
      {error && <TriangleAlertIcon className="shrink-0 text-warning" />}
      <span className="min-w-0 grow">
        <span id={label} className="block truncate font-medium">
          {name}
        </span>
        {error ? (
          <span role="alert">{error}</span>
        ) : (
          <span className="text-muted">{percent < 100 ? `${percent} % sent` : 'Preparing the sizes of the shop'}</span>
        )}
        {!error && <progress aria-labelledby={label} className="mt-1 block h-1.5 w-full accent-accent" max={100} value={percent} />}
      </span>
      {error && (
        <Button look="plain" size="icon" aria-label={`Dismiss ${name}`} onClick={onDismiss}>
          <XIcon />
        </Button>
      )}
    </li>
  )
}
