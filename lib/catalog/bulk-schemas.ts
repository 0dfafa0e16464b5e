import { z } from 'zod'
import { AuditId, CategoryId, ProductId, TaskId } from '@/lib/core/ids'
import { StaffProductFilters } from './staff-schemas'
import { ProductEdit, ProductStatus } from './write-schemas'

/** So many products are changed in one transaction, which others wait for. More that match are changed in the background, so many at a time. */
export const BULK_LIMIT = 500

export const BulkChange = z.union([
  /** Prices of products and of variants that have one of their own, in percent or by an amount in minor units; negative takes away. */
  z.strictObject({ kind: z.literal('price'), by: z.literal('percent'), value: z.number().min(-90).max(1000) }),
  z.strictObject({ kind: z.literal('price'), by: z.literal('amount'), value: z.number().int().min(-100_000_000).max(100_000_000) }),
  z.strictObject({ kind: z.literal('status'), status: ProductStatus }),
  /** As a further category, or as the main one. */
  z.strictObject({ kind: z.literal('category'), category_id: CategoryId, as: z.enum(['further', 'main']) }),
  /** Units added to what is on hand of each variant for sale, or taken away. */
  z.strictObject({ kind: z.literal('stock'), delta: z.number().int().min(-100_000).max(100_000) }),
])
export type BulkChange = z.infer<typeof BulkChange>

/** Products by id, or all that match; `dry_run` says what would happen and changes nothing. */
export const BulkEdit = z
  .strictObject({
    ids: z.array(ProductId).min(1, 'Choose at least one product.').max(BULK_LIMIT).optional(),
    filters: StaffProductFilters.optional(),
    change: BulkChange,
    dry_run: z.boolean().default(false),
  })
  .refine(({ ids, filters }) => (ids === undefined) !== (filters === undefined), 'Send ids, or filters.')
export type BulkEdit = z.infer<typeof BulkEdit>

const Refused = z.object({ label: z.string(), reason: z.string() })

/**
 * `matching` is how many are meant. With more than `BULK_LIMIT` a dry run looks at the first of them only (`looked_at`), and the change itself
 * goes on as the work `task`. `rows` are the differences, at most 200 of `differences`; from and to in words.
 */
export const BulkEdited = z.object({
  matching: z.number().int(),
  looked_at: z.number().int(),
  done: z.number().int(),
  refused: z.array(Refused),
  undo: AuditId.nullable(),
  task: TaskId.nullable(),
  differences: z.number().int(),
  rows: z.array(z.object({ product: z.string(), detail: z.string(), from: z.string(), to: z.string() })),
})
export type BulkEdited = z.infer<typeof BulkEdited>

/** What the log keeps of a bulk change, to put it back: each product with the version that it had afterwards. */
export const BulkBefore = z.object({ products: z.array(z.object({ id: ProductId, version: z.string(), edit: ProductEdit })) })
export type BulkBefore = z.infer<typeof BulkBefore>
