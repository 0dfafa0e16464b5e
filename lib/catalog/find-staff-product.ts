import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { type PictureRef, products } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ImageId, ProductId, VariantId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { versionOf } from './change-product'
import { pictureView } from './pictures'
import { type StateParts, stateOf, statePartColumns } from './product-state'
import type { StaffProduct } from './staff-schemas'
import type { OneProduct } from './write-schemas'

type Parts = StateParts & {
  currency: string
  stock: { id: VariantId; on_hand: number; reserved: number; image_id: ImageId | null }[] | null
  recommended: { id: ProductId; name: string }[] | null
  images: (PictureRef & { id: ImageId; is_main: boolean })[] | null
}

/** A product for staff, whatever its status, with all that can be changed of it. Two statements. @throws forbidden, not_found */
export async function requireStaffProduct(ctx: Ctx, { product_id: id }: OneProduct): Promise<StaffProduct> {
  requireCan(ctx, 'catalog.read')
  const [[row], [parts]] = await Promise.all([
    database().select().from(products).where(eq(products.id, id)),
    database().execute<Parts>(sql`
      select ${statePartColumns}, (select currency from settings) as currency, ${stockJson} as stock, ${recommendedJson} as recommended,
        ${imagesJson} as images from products p where p.id = ${id}`),
  ])
  if (!row || !parts) throw new DomainError('not_found', { detail: 'There is no such product.' })
  const state = stateOf(row, parts)
  return {
    ...state,
    id,
    version: versionOf(row),
    currency: parts.currency,
    variants: state.variants.map((variant) => {
      const { on_hand = 0, reserved = 0, image_id = null } = parts.stock?.find((level) => level.id === variant.id) ?? {}
      return { ...variant, stock: { on_hand, reserved }, image_id }
    }),
    recommended: parts.recommended ?? [],
    pictures: (parts.images ?? []).flatMap((image) => {
      const picture = pictureView(image)
      return picture ? [{ id: image.id, picture, is_main: image.is_main }] : []
    }),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

const stockJson = sql`(
  select json_agg(json_build_object('id', v.id, 'on_hand', coalesce(l.on_hand, 0), 'reserved', coalesce(l.reserved, 0), 'image_id', v.image_id))
  from product_variants v left join inventory_levels l on l.variant_id = v.id where v.product_id = p.id)`

const recommendedJson = sql`(
  select json_agg(json_build_object('id', o.id, 'name', o.name) order by r.position)
  from product_recommendations r join products o on o.id = r.recommended_product_id where r.product_id = p.id)`

const imagesJson = sql`(
  select json_agg(json_build_object('id', i.id, 'hash', i.hash, 'blur', i.blur, 'alt', i.alt, 'is_main', i.is_main) order by i.position, i.id)
  from product_images i where i.product_id = p.id)`
