import { z } from 'zod'
import { AuditId, CategoryId, ProductId, VariantId } from '@/lib/core/ids'

/** What staff send to change the catalogue. Amounts are minor units. Absent fields stay as they are. */

const minorUnits = z.number().int().min(0).max(1_000_000_000_000)
const slug = z
  .string()
  .trim()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')
const sku = z.string().trim().min(1).max(100).regex(/^\S*$/, 'A SKU has no spaces.')
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

const units = z.number().int().min(-1_000_000).max(1_000_000)
const options = z
  .array(z.strictObject({ name: facetName, values: z.array(z.string().trim().min(1).max(200)).min(1).max(100) }))
  .max(3)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'Two options have the same name.')

const ProductFields = z.strictObject({
  name: z.string().trim().min(1).max(300),
  slug,
  /** Markdown: paragraphs, emphasis, lists, links; no HTML, no pictures. */
  description: z.string().trim().max(20_000),
  /** The product's own; each variant has one too. */
  sku,
  status: ProductStatus,
  price_minor: minorUnits,
  compare_price_minor: minorUnits.nullable(),
  primary_category_id: CategoryId,
  /** Further categories; the primary one and every ancestor come by themselves. */
  category_ids: z.array(CategoryId).max(20),
  attributes: facts,
  is_featured: z.boolean(),
  track_inventory: z.boolean(),
  low_stock_threshold: z.number().int().min(0).max(1_000_000),
  /** One unit with its wrapping, for shipping by weight. */
  weight_grams: z.number('Give whole grams.').int('Give whole grams.').min(0).max(1_000_000),
  /** What search engines are told instead of the name and the description; empty where these do. */
  seo_title: z.string().trim().max(120),
  seo_description: z.string().trim().max(320),
  options,
  /** Shown beside it, in this order; too few are filled up with best sellers. */
  recommended_ids: z.array(ProductId).max(20),
})

const VariantFields = z.strictObject({
  sku,
  price_minor: minorUnits.nullable().default(null),
  compare_price_minor: minorUnits.nullable().default(null),
  options: facts.default({}),
})

/** A variant as it shall be; without `id` it is a new one. `stock_delta` units are added to what is on hand, or taken away. */
const EditedVariant = VariantFields.extend({ id: VariantId.optional(), is_active: z.boolean().default(true), stock_delta: units.optional() })
export type EditedVariant = z.infer<typeof EditedVariant>

const StockMove = z.strictObject({ variant_id: VariantId, delta: units })

/** What can be changed of a product. A variant that is missing from `variants` is switched off: orders and the ledger of stock know it. */
export const ProductEdit = ProductFields.extend({ variants: z.array(EditedVariant).max(500), stock: z.array(StockMove).max(500) }).partial()
export type ProductEdit = z.infer<typeof ProductEdit>

export const SaveProduct = ProductEdit.extend({
  product_id: ProductId,
  /** `version` as it was read; a save of an older one is refused with `stale` and what differs. */
  version: z.iso.datetime().optional(),
  /** What had been read, so that a refusal names what others changed and nothing else. */
  seen: ProductEdit.optional(),
})
export type SaveProduct = z.infer<typeof SaveProduct>

/** Without variants one is made that has the product's SKU. `stock` is what is there from the start, received into the inventory. */
export const CreateProduct = ProductFields.partial()
  .required({ name: true, slug: true, sku: true, price_minor: true, primary_category_id: true })
  .extend({
    status: ProductStatus.default('active'),
    options: options.default([]),
    compare_price_minor: minorUnits.nullable().default(null),
    variants: z
      .array(VariantFields.extend({ stock: z.number().int().min(0).max(1_000_000).optional() }))
      .max(500)
      .default([]),
    /** Of the one variant, when none are given. */
    stock: z.number().int().min(0).max(1_000_000).optional(),
  })
export type CreateProduct = z.infer<typeof CreateProduct>

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

/** What every change of a product answers. `version` is the one that the next change is sent with, `page_version` the one that pages compare. */
export const ProductRevision = z.object({ product_id: ProductId, slug: z.string(), version: z.iso.datetime(), page_version: z.number().int() })
export type ProductRevision = z.infer<typeof ProductRevision>

/** With the row of the activity log that takes it back; null when nothing was changed. */
export const ProductSaved = ProductRevision.extend({ undo: AuditId.nullable() })
export type ProductSaved = z.infer<typeof ProductSaved>
