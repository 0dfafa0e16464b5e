import type { PictureRef } from '@/db/schema/catalog'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { mediaStorage } from '@/lib/platform/storage/storage'
import type { CategoryChanged, CategoryPictureFile, OneCategory } from './category-schemas'
import { preparePicture } from './prepare-picture'
import { changeCategory, lockCategory, writtenDown } from './save-category'

/** Gives a category the picture that was uploaded. @throws forbidden, not_found, and what `preparePicture` refuses */
export async function setCategoryPicture(ctx: Ctx, { id, file }: CategoryPictureFile): Promise<CategoryChanged> {
  requireCan(ctx, 'catalog.write')
  await transaction((tx) => lockCategory(tx, id))
  const { hash, blur, files } = await preparePicture(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  for (const { name, bytes } of files) await mediaStorage().put(name, bytes, { contentType: 'image/webp' })
  return write(ctx, id, { hash, blur, alt: '' })
}

/** Takes the picture away; its files stay for a month, so that this can be taken back. @throws forbidden, not_found */
export async function removeCategoryPicture(ctx: Ctx, { id }: OneCategory): Promise<CategoryChanged> {
  requireCan(ctx, 'catalog.write')
  return write(ctx, id, null)
}

function write(ctx: Ctx, id: OneCategory['id'], picture: PictureRef | null): Promise<CategoryChanged> {
  return transaction(async (tx) => {
    const before = await lockCategory(tx, id)
    const after = await changeCategory(tx, before, { picture })
    return { category_id: id, slug: after.slug, undo: writtenDown(tx, ctx, before, after) }
  })
}
