import { database } from '@/db/client'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { type AuditId, type ImageId, newId, type ProductId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { mediaStorage } from '@/lib/platform/storage/storage'
import { type LockedProduct, lockProduct } from './lock-product'
import { type AddPicture, MOST_PICTURES, type PicturesOf, type ProductPictures, type SetPictures, type StoredPictures } from './picture-schemas'
import { preparePicture } from './prepare-picture'
import { picturesView, readPictures, versionOf, writePictures } from './product-pictures'

/** The pictures of a product, for its editor. One statement. @throws forbidden */
export async function listPictures(ctx: Ctx, { product_id: id }: PicturesOf): Promise<ProductPictures> {
  requireCan(ctx, 'catalog.read')
  return picturesView(await readPictures(database(), id))
}

/**
 * Adds an upload as the last picture of a product; the first one becomes its main picture. The files are there before the row is: one that
 * never gets a row goes with the housekeeping. @throws forbidden, not_found, conflict, and what `preparePicture` refuses
 */
export async function addPicture(ctx: Ctx, { product_id: id, file }: AddPicture): Promise<ProductPictures> {
  requireCan(ctx, 'catalog.write')
  await transaction(async (tx) => requireRoom(await lockWithPictures(tx, id)))
  const { hash, blur, files } = await preparePicture(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  for (const { name, bytes } of files) await mediaStorage().put(name, bytes, { contentType: 'image/webp' })
  return transaction(async (tx) => {
    const { product, pictures } = await lockWithPictures(tx, id)
    requireRoom({ product, pictures })
    if (pictures.some((picture) => picture.hash === hash)) throw new DomainError('conflict', { detail: 'This product has this picture already.' })
    const after = [...pictures, { id: newId<ImageId>(), hash, blur, alt: product.name, variant_ids: [] }]
    return picturesView(after, await change(tx, ctx, product, { before: pictures, after }))
  })
}

/**
 * Orders the pictures of a product, describes them, says which variants show which, and removes those that are left out. Their files stay
 * for a month, so that this can be taken back. @throws forbidden, not_found, stale when somebody changed them since `version`
 */
export async function setPictures(ctx: Ctx, { product_id: id, version, pictures: wanted }: SetPictures): Promise<ProductPictures> {
  requireCan(ctx, 'catalog.write')
  return transaction(async (tx) => {
    const { product, pictures: before } = await lockWithPictures(tx, id)
    if (versionOf(before) !== version) {
      throw new DomainError('stale', { detail: 'Somebody else has changed these pictures. Look at them again, then repeat your change.' })
    }
    const after = wanted.map(({ id: imageId, alt, variant_ids }) => {
      const known = before.find((picture) => picture.id === imageId)
      if (!known) throw new DomainError('not_found', { detail: 'This product has no such picture.' })
      return { ...known, alt, variant_ids: [...new Set(variant_ids)].sort() }
    })
    if (new Set(after.map((picture) => picture.id)).size < after.length)
      throw new DomainError('conflict', { detail: 'A picture stands in the list twice.' })
    if (versionOf(after) === version) return picturesView(before)
    const undo = await change(tx, ctx, product, { before, after })
    return picturesView(await readPictures(tx, id), undo)
  })
}

type Pictured = { product: LockedProduct; pictures: StoredPictures }

async function lockWithPictures(tx: Tx, id: ProductId): Promise<Pictured> {
  const product = await lockProduct(tx, id)
  return { product, pictures: await readPictures(tx, id) }
}

function requireRoom({ pictures }: Pictured): void {
  if (pictures.length >= MOST_PICTURES)
    throw new DomainError('conflict', { detail: `A product has at most ${MOST_PICTURES} pictures. Remove one first.` })
}

async function change(
  tx: Tx,
  ctx: Ctx,
  product: LockedProduct,
  { before, after }: { before: StoredPictures; after: StoredPictures },
): Promise<AuditId> {
  await writePictures(tx, product, after)
  const subject = { type: 'product', id: product.id, label: product.name }
  return audited(tx, ctx, { action: 'product.pictures_changed', subject, before, after, version: versionOf(await readPictures(tx, product.id)) })
}
