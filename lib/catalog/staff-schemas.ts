import { z } from 'zod'
import { CategoryId, ImageId, ProductId, VariantId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { wholeNumber } from '@/lib/core/numbers'
import { Picture } from './schemas'
import { ProductStatus } from './write-schemas'

export const StaffProductSort = z.enum(['newest', 'name', '-name', 'price', '-price', 'stock', '-stock'])
export type StaffProductSort = z.infer<typeof StaffProductSort>

/** How staff narrow the list of all products. */
export const StaffProductFilters = z.object({
  /** Parts of the name, or of an SKU. */
  q: z.string().trim().max(200).optional(),
  status: ProductStatus.optional(),
  /** With everything below it. */
  category: CategoryId.optional(),
  /** Where stock is counted: none left, no more than the threshold, or more; where it is not counted there is enough (`in`). */
  stock: z.enum(['out', 'low', 'in']).optional(),
})
export type StaffProductFilters = z.infer<typeof StaffProductFilters>

export const ExportProducts = StaffProductFilters.extend({ sort: StaffProductSort.prefault('newest') })
export type ExportProducts = z.infer<typeof ExportProducts>

export const ListAllProducts = ExportProducts.extend({
  cursor: z.string().max(1000).optional(),
  page_size: wholeNumber(1, 100).prefault(50),
})
export type ListAllProducts = z.infer<typeof ListAllProducts>

export const StaffProductSummary = z.object({
  id: ProductId,
  slug: z.string(),
  name: z.string(),
  sku: z.string(),
  variants: z.number().int(),
  picture: Picture.nullable(),
  status: ProductStatus,
  category: z.object({ id: CategoryId, name: z.string() }),
  /** Over the variants that are for sale. */
  price: Money,
  price_max: Money,
  /** Units that can be sold; null where stock is not counted. */
  stock: z.number().int().nullable(),
  is_low: z.boolean(),
  updated_at: z.string(),
})
export type StaffProductSummary = z.infer<typeof StaffProductSummary>

export const StaffProductPage = z.object({
  data: z.array(StaffProductSummary),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  /** How many match; counted to 10,000. */
  total: z.number().int(),
  total_is_exact: z.boolean(),
})
export type StaffProductPage = z.infer<typeof StaffProductPage>

const StaffVariant = z.object({
  id: VariantId,
  sku: z.string(),
  price_minor: z.number().int().nullable(),
  compare_price_minor: z.number().int().nullable(),
  options: z.record(z.string(), z.string()),
  is_active: z.boolean(),
  stock: z.object({ on_hand: z.number().int(), reserved: z.number().int() }),
  image_id: ImageId.nullable(),
})
export type StaffVariant = z.infer<typeof StaffVariant>

/** A product as an editor needs it: everything that `SaveProduct` changes, in its words, and what hangs on it. */
export const StaffProduct = z.object({
  id: ProductId,
  /** For the next save. */
  version: z.string(),
  currency: z.string(),
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  sku: z.string(),
  status: ProductStatus,
  price_minor: z.number().int(),
  compare_price_minor: z.number().int().nullable(),
  primary_category_id: CategoryId,
  category_ids: z.array(CategoryId),
  attributes: z.record(z.string(), z.string()),
  is_featured: z.boolean(),
  track_inventory: z.boolean(),
  low_stock_threshold: z.number().int(),
  weight_grams: z.number().int(),
  seo_title: z.string(),
  seo_description: z.string(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(StaffVariant),
  recommended_ids: z.array(ProductId),
  recommended: z.array(z.object({ id: ProductId, name: z.string() })),
  pictures: z.array(z.object({ id: ImageId, picture: Picture, is_main: z.boolean() })),
  created_at: z.string(),
  updated_at: z.string(),
})
export type StaffProduct = z.infer<typeof StaffProduct>
