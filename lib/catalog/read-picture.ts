import { LRUCache } from 'lru-cache'
import type { PictureRecipe } from '@/db/demo/pictures'
import { mediaStorage } from '@/lib/platform/storage/storage'
import { type PictureFile, pictureFile, pictureWidths } from './pictures'

/** A hash of 16 hex digits (the demo's) or 32 (of what staff uploaded) and one of the widths: nothing else reaches the storage. */
export function parsePictureFile(name: string): PictureFile | null {
  const match = /^([0-9a-f]{16}|[0-9a-f]{32})-(\d{3,4})\.webp$/.exec(name)
  const width = pictureWidths.find((width) => String(width) === match?.[2])
  return match?.[1] && width ? { hash: match[1], width } : null
}

const CACHE_BYTES = 32 * 1024 * 1024

const cache = new LRUCache<string, Buffer>({ maxSize: CACHE_BYTES, sizeCalculation: (bytes) => bytes.length || 1 })

/** One drawing per picture, however many ask, and one after the other: a page full of pictures must not take all memory. */
const drawing = new Map<string, Promise<void>>()
let last: Promise<unknown> = Promise.resolve()

/** The bytes of a picture. One of the demo pictures that is not drawn yet is drawn now; null for what nobody knows how to draw. */
export async function readPicture({ hash, width }: PictureFile): Promise<Buffer | null> {
  const file = pictureFile(hash, width)
  const cached = cache.get(file)
  if (cached) return cached
  const bytes = (await readIfThere(file)) ?? ((await drawMissing(hash)) ? await readIfThere(file) : null)
  if (bytes) cache.set(file, bytes)
  return bytes
}

async function readIfThere(file: string): Promise<Buffer | null> {
  const stored = await mediaStorage().get(file)
  return stored ? Buffer.from(await new Response(stored.body).arrayBuffer()) : null
}

/** Loaded on demand: a shop whose pictures are all there never needs the catalogue or sharp here. */
async function drawMissing(hash: string): Promise<boolean> {
  const { findRecipe } = await import('@/db/demo/find-recipe')
  const recipe = findRecipe(hash)
  if (!recipe) return false
  const underWay = drawing.get(hash) ?? afterTheOthers(() => draw(hash, recipe))
  drawing.set(hash, underWay)
  await underWay
  return true
}

function afterTheOthers(work: () => Promise<void>): Promise<void> {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}

async function draw(hash: string, recipe: PictureRecipe): Promise<void> {
  try {
    const { renderPicture } = await import('@/db/demo/render-pictures')
    await renderPicture({ hash, recipe, write: (file, bytes) => mediaStorage().put(file, bytes, { contentType: 'image/webp' }) })
  } finally {
    drawing.delete(hash)
  }
}
