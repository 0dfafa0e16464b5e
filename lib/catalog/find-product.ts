import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId, ImageId, ProductId, VariantId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { stockBand } from '@/lib/core/stock'
import { type CardRow, cardColumns, cardOf, cardTables } from './cards'
import { pictureView } from './pictures'
import { recommendationsJson } from './recommendations'
import { refuseUnknownProduct } from './refuse-unknown-product'
import type { ProductDetail } from './schemas'

/** Everything a product's page shows, or null when there is none or it is withdrawn. One statement. */
export function findProduct(_ctx: Ctx, slug: string): Promise<ProductDetail | null> {
  return readProduct(sql`p.slug = ${slug}`)
}

/** As `findProduct`, by id. One statement. */
export function findProductById(_ctx: Ctx, id: ProductId): Promise<ProductDetail | null> {
  return readProduct(sql`p.id = ${id}`)
}

/** As `findProduct`. @throws moved, not_found */
export async function requireProduct(ctx: Ctx, { slug }: { slug: string }): Promise<ProductDetail> {
  const product = await findProduct(ctx, slug)
  return product ?? (await refuseUnknownProduct(ctx, slug))
}

type DetailRow = CardRow & {
  sku: string
  description: string
  attributes: Record<string, string>
  options: ProductOption[]
  price_minor: number
  seo_title: string
  seo_description: string
  created_at: string
  updated_at: string
  variants: VariantRow[] | null
  images: (PictureRef & { id: ImageId })[] | null
  breadcrumbs: { id: CategoryId; slug: string; name: string }[] | null
  reviews: ProductDetail['reviews'] | null
  histogram: Record<string, number> | null
  recommendations: CardRow[] | null
}

type VariantRow = {
  id: VariantId
  sku: string
  price_minor: number | null
  compare_price_minor: number | null
  attributes: Record<string, string>
  image_id: ImageId | null
  quantity: number
}

async function readProduct(condition: SQL): Promise<ProductDetail | null> {
  const [row] = await database().execute<DetailRow>(sql`
    select ${cardColumns}, p.sku, p.description, p.attributes, p.options, p.price_minor, p.seo_title, p.seo_description, p.created_at, p.updated_at,
      ${variantsJson} as variants, ${imagesJson} as images, ${breadcrumbsJson} as breadcrumbs,
      ${reviewsJson} as reviews, ${histogramJson} as histogram, ${recommendationsJson} as recommendations
    from ${cardTables} where ${condition} and p.is_active`)
  return row ? detailOf(row) : null
}

const variantsJson = sql`(
  select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'price_minor', v.price_minor, 'compare_price_minor', v.compare_price_minor,
    'attributes', v.attributes, 'image_id', v.image_id, 'quantity', coalesce(l.on_hand - l.reserved, 0)) order by v.position, v.id)
  from product_variants v left join inventory_levels l on l.variant_id = v.id where v.product_id = p.id and v.is_active)`

const imagesJson = sql`(
  select json_agg(json_build_object('id', i.id, 'hash', i.hash, 'blur', i.blur, 'alt', i.alt) order by i.is_main desc, i.position, i.id)
  from product_images i where i.product_id = p.id)`

const breadcrumbsJson = sql`(
  with recursive up as (
    select c.id, c.parent_id, c.slug, c.name, 0 as height from categories c where c.id = p.primary_category_id
    union all
    select c.id, c.parent_id, c.slug, c.name, up.height + 1 from up join categories c on c.id = up.parent_id where up.height < 20
  )
  select json_agg(json_build_object('id', up.id, 'slug', up.slug, 'name', up.name) order by up.height desc) from up)`

const reviewsJson = sql`(
  select json_agg(json_build_object('id', r.id, 'rating', r.rating, 'title', r.title, 'body', r.body, 'author', r.author_name,
    'is_verified_buyer', r.is_verified_buyer, 'created_at', r.created_at) order by r.created_at desc, r.id desc)
  from (select * from reviews r where r.product_id = p.id and r.is_approved order by r.created_at desc, r.id desc limit 10) r)`

const histogramJson = sql`(
  select json_object_agg(h.rating, h.count)
  from (select r.rating, count(*) from reviews r where r.product_id = p.id and r.is_approved group by r.rating) h)`

function detailOf(row: DetailRow): ProductDetail {
  const card = cardOf(row)
  const images = row.images ?? []
  return {
    ...card,
    sku: row.sku,
    description: row.description,
    attributes: row.attributes,
    options: row.options,
    variants: (row.variants ?? []).map((variant) => variantOf(row, variant, images)),
    pictures: images.flatMap((image) => pictureView(image) ?? []),
    breadcrumbs: row.breadcrumbs ?? [],
    reviews: (row.reviews ?? []).map((review) => ({ ...review, created_at: isoTime(review.created_at) })),
    rating_histogram: [1, 2, 3, 4, 5].map((rating) => row.histogram?.[rating] ?? 0),
    recommendations: (row.recommendations ?? []).map(cardOf),
    seo_title: row.seo_title,
    seo_description: row.seo_description,
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
  }
}

/** A variant without a price of its own has the product's, and the product's compare-at price with it. */
function variantOf(row: DetailRow, variant: VariantRow, images: { id: ImageId }[]): ProductDetail['variants'][number] {
  const price = variant.price_minor ?? row.price_minor
  const compare = variant.compare_price_minor ?? (variant.price_minor === null ? row.compare_price_minor : null)
  const picture = images.findIndex((image) => image.id === variant.image_id)
  return {
    id: variant.id,
    sku: variant.sku,
    options: variant.attributes,
    price: money(price, row.currency),
    compare_price: compare !== null && compare > price ? money(compare, row.currency) : null,
    ...stockBand(row.track_inventory ? variant.quantity : null),
    picture_index: picture === -1 ? null : picture,
  }
}

const isoTime = (text: string): string => new Date(text).toISOString()
