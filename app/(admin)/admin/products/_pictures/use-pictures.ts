'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import type { ProductPictures } from '@/lib/catalog/picture-schemas'
import { uploadPicture } from './upload-picture'

export type ShownPicture = ProductPictures['data'][number]

/** A file on its way, or one that was refused. */
export type Upload = { key: string; name: string; share: number; error: string | null }

/** The pictures of a product as the shop has them, and what can be done with them. Changes are shown at once and sent one after another. */
export function usePictures(productId: string, first: ProductPictures) {
  const address = `/api/v1/admin/products/${productId}/pictures`
  const router = useRouter()
  const [pictures, setPictures] = useState(first.data)
  const [uploads, setUploads] = useState<Upload[]>([])
  const [seen, setSeen] = useState(first.version)
  const version = useRef(first.version)
  const queue = useRef(Promise.resolve())

  // While rendering: the page was read anew, for example after an undo from the log.
  if (seen !== first.version) {
    setSeen(first.version)
    setPictures(first.data)
    version.current = first.version
  }

  function take(answer: ProductPictures) {
    version.current = answer.version
    setPictures(answer.data)
  }

  async function reload() {
    take(await sendJson<ProductPictures>('GET', address))
    router.refresh()
  }

  const inTurn = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work)
  }

  /** Shows `after` at once, and says what was done when the shop has it too. */
  function change(after: ShownPicture[], said: string) {
    setPictures(after)
    inTurn(async () => {
      try {
        const sent = after.map(({ id, alt, variant_ids }) => ({ id, alt, variant_ids }))
        const answer = await sendJson<ProductPictures>('PUT', address, { version: version.current, pictures: sent })
        take(answer)
        if (answer.undo) sayDone(said, { undo: answer.undo, refresh: () => void reload() })
      } catch (error) {
        sayRefused((error as Error).message)
        await reload().catch(() => {})
      }
    })
  }

  function add(files: File[]) {
    const begun = files.map((file) => ({ file, upload: { key: crypto.randomUUID(), name: file.name, share: 0, error: null } }))
    setUploads((now) => [...now, ...begun.map(({ upload }) => upload)])
    for (const { file, upload } of begun) inTurn(() => send(file, upload.key))
  }

  async function send(file: File, key: string) {
    const mark = (change: Partial<Upload>) => setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)))
    try {
      const answer = await uploadPicture<ProductPictures>(address, file, (share) => mark({ share }))
      take(answer)
      dismiss(key)
      sayDone(`${file.name} is added.`, { undo: answer.undo, refresh: () => void reload() })
    } catch (error) {
      mark({ error: (error as Error).message })
    }
  }

  const dismiss = (key: string) => setUploads((now) => now.filter((upload) => upload.key !== key))

  return { pictures, uploads, change, add, dismiss }
}
