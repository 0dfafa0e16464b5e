import { z } from 'zod'
import { AuditId, ImageId, ProductId, VariantId } from '@/lib/core/ids'
import { Picture } from './schemas'

/** A product has at most so many pictures. */
export const MOST_PICTURES = 20

export const PicturesOf = z.strictObject({ product_id: ProductId })
export type PicturesOf = z.infer<typeof PicturesOf>

export const AddPicture = z.strictObject({ product_id: ProductId, file: z.instanceof(Uint8Array) })
export type AddPicture = z.infer<typeof AddPicture>

const alt = z.string().trim().max(300)

/** All pictures of the product in their order, the first is the main one. What is left out is removed. */
export const SetPictures = z.strictObject({
  product_id: ProductId,
  /** As it was read; a list that somebody changed since is refused with `stale`. */
  version: z.string().max(64),
  pictures: z.array(z.strictObject({ id: ImageId, alt, variant_ids: z.array(VariantId).max(500).default([]) })).max(MOST_PICTURES),
})
export type SetPictures = z.infer<typeof SetPictures>

export const ProductPictures = z.object({
  version: z.string(),
  data: z.array(z.object({ id: ImageId, picture: Picture, alt: z.string(), variant_ids: z.array(VariantId) })),
  /** The row of the log that takes the change back. */
  undo: AuditId.nullable(),
})
export type ProductPictures = z.infer<typeof ProductPictures>

/** How the pictures of a product are kept in the log, to be put back from there. */
export const StoredPictures = z.array(z.object({ id: ImageId, hash: z.string(), blur: z.string(), alt: z.string(), variant_ids: z.array(VariantId) }))
export type StoredPictures = z.infer<typeof StoredPictures>
