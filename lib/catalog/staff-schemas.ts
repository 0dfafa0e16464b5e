import { z } from 'zod'
import { CategoryId, ProductId } from '@/lib/core/ids'
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
  page_size: wholeNumber(1, 200).prefault(50),
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
