'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useRef, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { ImagePlusIcon, LoaderCircleIcon, Trash2Icon } from '@/app/_ui/icons'
import { Picture, type PictureShape } from '@/app/_ui/picture'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import { uploadPicture } from '@/app/(admin)/admin/products/_pictures/upload-picture'
import type { CategoryChanged } from '@/lib/catalog/category-schemas'

type Props = { id: string; picture: PictureShape | null; mayWrite: boolean }

/** The one picture of a category, saved at once. */
export function CategoryPicture({ id, picture, mayWrite }: Props) {
  const address = `/api/v1/admin/categories/${id}/picture`
  const router = useRouter()
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [share, setShare] = useState<number | null>(null)

  async function run(work: () => Promise<CategoryChanged>, said: string) {
    try {
      const { undo } = await work()
      sayDone(said, { undo, refresh: () => router.refresh() })
    } catch (error) {
      sayRefused((error as Error).message)
    }
    setShare(null)
    router.refresh()
  }

  function upload(file: File | undefined) {
    if (!file) return
    setShare(0)
    void run(() => uploadPicture<CategoryChanged>(address, file, setShare), 'The picture is saved.')
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    upload(event.dataTransfer.files[0])
  }

  return (
    <section
      aria-label="Picture of this category"
      onDragOver={(event) => {
        if (!mayWrite || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classes('flex flex-wrap items-center gap-4 rounded-md', isOver && 'bg-accent-soft')}
    >
      <span className="grid size-28 shrink-0 place-items-center overflow-hidden rounded-md bg-sunken text-muted">
        {share !== null ? (
          <LoaderCircleIcon className="animate-spin" label={`${Math.round(share * 100)} % sent`} />
        ) : picture ? (
          <Picture picture={picture} sizes="7rem" alt="" className="size-28 bg-cover" />
        ) : (
          <ImagePlusIcon width="28" height="28" />
        )}
      </span>
      {mayWrite && (
        <span className="grid gap-2">
          <span className="flex flex-wrap gap-2">
            <input
              ref={picker}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              className="sr-only"
              tabIndex={-1}
              aria-hidden="true"
              onChange={({ currentTarget }) => {
                upload(currentTarget.files?.[0])
                currentTarget.value = ''
              }}
            />
            <Button size="sm" look="quiet" onClick={() => picker.current?.click()}>
              <ImagePlusIcon width="16" height="16" />
              {picture ? 'Another picture' : 'Add a picture'}
            </Button>
            {picture && (
              <Button size="sm" look="plain" onClick={() => void run(() => sendJson<CategoryChanged>('DELETE', address), 'The picture is removed.')}>
                <Trash2Icon width="16" height="16" />
                Remove
              </Button>
            )}
          </span>
          <span className="text-muted text-sm">JPEG, PNG or WebP, at most 10 MB. Or drop one here.</span>
        </span>
      )}
    </section>
  )
}
