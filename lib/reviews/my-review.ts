import { sql } from 'drizzle-orm'
import type { PictureRef } from '@/db/schema/catalog'
import { pictureView } from '@/lib/catalog/pictures'
import type { ProductId, ReviewId } from '@/lib/core/ids'
import type { MyReview, ReviewedProduct, ReviewStatus } from './schemas'

export type ProductRow = { product_id: ProductId; slug: string; name: string; picture: PictureRef | null; is_active: boolean }

export type ReviewRow = {
  id: ReviewId
  rating: number
  title: string
  body: string
  author_name: string
  is_approved: boolean
  is_verified_buyer: boolean
  moderated_at: string | Date | null
  created_at: string | Date
  updated_at: string | Date
}

export const productColumns = sql`p.id as product_id, p.slug, p.name, p.picture, p.is_active`

export const reviewColumns = sql`r.id, r.rating, r.title, r.body, r.author_name, r.is_approved, r.is_verified_buyer, r.moderated_at,
  r.created_at, r.updated_at`

export const reviewedProduct = ({ product_id, slug, name, picture, is_active }: ProductRow): ReviewedProduct => ({
  id: product_id,
  slug,
  name,
  picture: pictureView(picture),
  is_active,
})

export const myReview = (row: ReviewRow, product: ReviewedProduct): MyReview => ({
  id: row.id,
  rating: row.rating,
  title: row.title,
  body: row.body,
  author: row.author_name,
  is_verified_buyer: row.is_verified_buyer,
  created_at: isoTime(row.created_at),
  updated_at: isoTime(row.updated_at),
  status: statusOf(row),
  product,
})

function statusOf({ is_approved, moderated_at }: ReviewRow): ReviewStatus {
  if (is_approved) return 'shown'
  return moderated_at === null ? 'waiting' : 'rejected'
}

export const isoTime = (time: string | Date): string => new Date(time).toISOString()
