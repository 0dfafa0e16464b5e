import { z } from 'zod'
import { Availability } from '@/lib/catalog/schemas'
import { ProductId, VariantId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

export const ViewRequest = z.object({
  products: z
    .string()
    .max(4000)
    .optional()
    .transform((text) => (text ? text.split(',').slice(0, 100) : []))
    .pipe(z.array(ProductId).max(100)),
})

export const View = z.object({
  /** Who is signed in; null for guests. */
  user: z.object({ name: z.string(), role: z.enum(['customer', 'staff', 'admin']), unread_notifications: z.number().int() }).nullable(),
  /** Of the products on screen, those on the person's wishlist. */
  wishlist: z.array(ProductId),
  cart: z.object({ count: z.number().int(), subtotal: Money }).nullable(),
  products: z.array(
    z.object({
      id: ProductId,
      version: z.number().int(),
      is_active: z.boolean(),
      price: Money,
      availability: Availability,
      /** Available units over all variants; null when stock is not tracked. */
      quantity: z.number().int().nullable(),
      variants: z.array(z.object({ id: VariantId, price: Money, quantity: z.number().int().nullable() })).optional(),
      /**
       * With the variants, for people who are signed in: whether they bought it and may write, may not yet because it is not on its way,
       * or have written. Absent otherwise.
       */
      review: z.enum(['can_write', 'not_yet', 'written']).optional(),
    }),
  ),
})
export type View = z.infer<typeof View>
