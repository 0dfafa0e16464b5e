import { z } from 'zod'
import { CategoryId, ProductId, VariantId } from '@/lib/core/ids'

/** What staff send to change the catalogue. Amounts are minor units. Absent fields stay as they are. */

const minorUnits = z.number().int().min(0).max(1_000_000_000_000)
const slug = z
  .string()
  .trim()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')
const sku = z.string().trim().min(1).max(100).regex(/^\S+$/, 'A SKU has no spaces.')
const facetName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^=]+$/, 'The sign = cannot be part of a name.')
const facts = z.record(facetName, z.string().trim().min(1).max(200))

/** A draft was never for sale, what is archived is so no longer. */
export const ProductStatus = z.enum(['active', 'draft', 'archived'])
export type ProductStatus = z.infer<typeof ProductStatus>

export const statusOf = ({ is_active, is_archived }: { is_active: boolean; is_archived: boolean }): ProductStatus =>
  is_active ? 'active' : is_archived ? 'archived' : 'draft'

/** Exactly one of the two ids. A variant's price may be null: it then costs what the product costs. */
export const ChangePrice = z.union([
  z.strictObject({ product_id: ProductId, price_minor: minorUnits, compare_price_minor: minorUnits.nullable().optional() }),
  z.strictObject({ variant_id: VariantId, price_minor: minorUnits.nullable(), compare_price_minor: minorUnits.nullable().optional() }),
])
export type ChangePrice = z.infer<typeof ChangePrice>

const ProductFields = z.strictObject({
  name: z.string().trim().min(1).max(300),
  slug,
  description: z.string().trim().max(20_000),
  primary_category_id: CategoryId,
  /** Further categories; the primary one and every ancestor come by themselves. */
  category_ids: z.array(CategoryId).max(20),
  attributes: facts,
  is_featured: z.boolean(),
  track_inventory: z.boolean(),
  low_stock_threshold: z.number().int().min(0).max(1_000_000),
})

export const SaveProduct = ProductFields.partial().extend({
  product_id: ProductId,
  /** `updated_at` as it was when the form was loaded; a newer one is refused with `stale`. */
  expected_updated_at: z.iso.datetime().optional(),
})
export type SaveProduct = z.infer<typeof SaveProduct>

const NewVariant = z.strictObject({
  sku,
  price_minor: minorUnits.nullable().default(null),
  compare_price_minor: minorUnits.nullable().default(null),
  options: facts.default({}),
})

/** Without variants one is made that has the product's SKU. Stock starts at nothing: goods arrive through the inventory. */
export const CreateProduct = ProductFields.partial()
  .required({ name: true, slug: true, primary_category_id: true })
  .extend({
    sku,
    price_minor: minorUnits,
    compare_price_minor: minorUnits.nullable().default(null),
    is_active: z.boolean().default(true),
    options: z
      .array(z.strictObject({ name: facetName, values: z.array(z.string().trim().min(1).max(200)).min(1).max(100) }))
      .max(3)
      .default([]),
    variants: z.array(NewVariant).max(500).default([]),
  })
export type CreateProduct = z.infer<typeof CreateProduct>

/** With `variant_id` changes that variant, without it adds one to the product. */
export const SaveVariant = z.strictObject({
  product_id: ProductId,
  variant_id: VariantId.optional(),
  sku: sku.optional(),
  price_minor: minorUnits.nullable().optional(),
  compare_price_minor: minorUnits.nullable().optional(),
  options: facts.optional(),
  is_active: z.boolean().optional(),
  position: z.number().int().min(0).max(10_000).optional(),
})
export type SaveVariant = z.infer<typeof SaveVariant>

export const OneProduct = z.strictObject({ product_id: ProductId })
export type OneProduct = z.infer<typeof OneProduct>

export const SetFeatured = OneProduct.extend({ is_featured: z.boolean() })
export type SetFeatured = z.infer<typeof SetFeatured>

/** With `category_id` changes that category, without it adds one. */
export const SaveCategory = z.strictObject({
  category_id: CategoryId.optional(),
  parent_id: CategoryId.nullable().optional(),
  name: z.string().trim().min(1).max(200).optional(),
  slug: slug.optional(),
  description: z.string().trim().max(2_000).optional(),
  is_active: z.boolean().optional(),
  position: z.number().int().min(0).max(10_000).optional(),
})
export type SaveCategory = z.infer<typeof SaveCategory>

/** What every change of a product answers. `version` is the one that pages compare. */
export const ProductRevision = z.object({ product_id: ProductId, slug: z.string(), version: z.number().int(), updated_at: z.iso.datetime() })
export type ProductRevision = z.infer<typeof ProductRevision>
