import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import type { PicturesOf, ProductPictures } from './picture-schemas'
import { listPictures } from './set-pictures'

export type PicturedProduct = { name: string; slug: string; variants: { id: VariantId; title: string }[]; pictures: ProductPictures }

/** What the page of a product's pictures shows. Two statements. @throws forbidden, not_found */
export async function findPicturedProduct(ctx: Ctx, { id }: PicturesOf): Promise<PicturedProduct> {
  requireCan(ctx, 'catalog.read')
  const [[product], pictures] = await Promise.all([
    database().execute<Omit<PicturedProduct, 'pictures'>>(sql`
      select p.name, p.slug, coalesce((
        select json_agg(json_build_object('id', v.id, 'title', coalesce((
          select string_agg(v.attributes ->> (o.value ->> 'name'), ' / ' order by o.ordinality)
          from jsonb_array_elements(p.options) with ordinality o), v.sku)) order by v.position, v.id)
        from product_variants v where v.product_id = p.id), '[]') as variants
      from products p where p.id = ${id}`),
    listPictures(ctx, { id }),
  ])
  if (!product) throw new DomainError('not_found', { detail: 'There is no such product.' })
  return { ...product, pictures }
}
