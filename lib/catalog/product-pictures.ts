import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type PictureRef, products } from '@/db/schema/catalog'
import type { Reader, Tx } from '@/db/transaction'
import type { AuditId, ProductId } from '@/lib/core/ids'
import { finishProductChange } from './finish-product-change'
import type { LockedProduct } from './lock-product'
import type { ProductPictures, StoredPictures } from './picture-schemas'
import { pictureView } from './pictures'

/** The pictures of a product as the shop shows them, the main one first, each with the variants that show it. One statement. */
export async function readPictures(reader: Reader, productId: ProductId): Promise<StoredPictures> {
  const rows = await reader.execute<StoredPictures[number]>(sql`
    select i.id, i.hash, i.blur, i.alt,
      coalesce((select json_agg(v.id order by v.id) from product_variants v where v.image_id = i.id and v.product_id = i.product_id), '[]') as variant_ids
    from product_images i where i.product_id = ${productId} order by i.is_main desc, i.position, i.id`)
  return [...rows]
}

/** Two lists that show the same have the same version. */
export const versionOf = (pictures: StoredPictures): string =>
  createHash('sha256')
    .update(JSON.stringify(pictures.map(({ id, alt, variant_ids }) => [id, alt, variant_ids])))
    .digest('hex')
    .slice(0, 32)

/**
 * Makes the pictures of a product what `after` says, in its order, and its page and lists show it. Under the lock of `lockProduct`. Seven
 * statements with the event, whatever the number.
 */
export async function writePictures(tx: Tx, product: LockedProduct, after: StoredPictures): Promise<void> {
  const rows = JSON.stringify(after.map((picture, position) => ({ ...picture, position })))
  const listed = sql`jsonb_to_recordset(${rows}::jsonb) as l (id uuid, hash text, blur text, alt text, position int, variant_ids jsonb)`
  await tx.execute(sql`delete from product_images i where i.product_id = ${product.id} and i.id not in (select l.id from ${listed})`)
  // There is one main picture at every moment: none before another becomes it.
  await tx.execute(sql`update product_images set is_main = false where product_id = ${product.id} and is_main`)
  await tx.execute(sql`
    insert into product_images (id, product_id, hash, blur, alt, is_main, position)
    select l.id, ${product.id}::uuid, l.hash, l.blur, l.alt, l.position = 0, l.position from ${listed}
    on conflict (id) do update set alt = excluded.alt, is_main = excluded.is_main, position = excluded.position`)
  await tx.execute(sql`
    update product_variants v set image_id = n.image_id
    from (select v.id, (select l.id from ${listed} where l.variant_ids ? v.id::text order by l.position limit 1) as image_id from product_variants v where v.product_id = ${product.id}) n
    where v.id = n.id and v.image_id is distinct from n.image_id`)
  await tx
    .update(products)
    .set({ picture: refOf(after[0]), picture2: refOf(after[1]), updatedAt: product.updatedAt })
    .where(eq(products.id, product.id))
  await finishProductChange(tx, product)
}

const refOf = (picture: StoredPictures[number] | undefined): PictureRef | null =>
  picture ? { hash: picture.hash, blur: picture.blur, alt: picture.alt } : null

export const picturesView = (pictures: StoredPictures, undo: AuditId | null = null): ProductPictures => ({
  version: versionOf(pictures),
  data: pictures.flatMap(({ id, hash, blur, alt, variant_ids }) => {
    const picture = pictureView({ hash, blur, alt })
    return picture ? [{ id, picture, alt, variant_ids }] : []
  }),
  undo,
})
