import { lockProduct } from '@/lib/catalog/lock-product'
import { StoredPictures } from '@/lib/catalog/picture-schemas'
import { pictureFile, pictureWidths } from '@/lib/catalog/pictures'
import { readPictures, versionOf, writePictures } from '@/lib/catalog/product-pictures'
import { DomainError } from '@/lib/core/errors'
import { ProductId } from '@/lib/core/ids'
import { mediaStorage } from '@/lib/platform/storage/storage'
import { requireUnmoved, type UndoHandler } from './handler'

/** The pictures of a product as they were: order, texts, variants, and those that were removed, whose files are kept for a month. */
export const undoPictures: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, _ctx, entry) {
    const product = await lockProduct(tx, ProductId.parse(entry.subject.id))
    const now = await readPictures(tx, product.id)
    requireUnmoved(versionOf(now), entry)
    const before = StoredPictures.parse(entry.before)
    for (const { hash, alt } of before.filter(({ id }) => !now.some((picture) => picture.id === id))) {
      // The demo's, which have short names, are drawn again when they are asked for.
      if (hash.length === 32 && !(await mediaStorage().has(pictureFile(hash, pictureWidths[0]))))
        throw new DomainError('conflict', { detail: `The file of the picture "${alt}" is gone by now. Upload it again.` })
    }
    await writePictures(tx, product, before)
    return { before: now, after: before, version: versionOf(await readPictures(tx, product.id)) }
  },
}
