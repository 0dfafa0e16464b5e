import { z } from 'zod'
import { CartId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { wholeNumber } from '@/lib/core/numbers'

export const LeftCartFilters = z.object({
  /** A part of the e-mail address. */
  q: z.string().trim().max(200).optional(),
  /** `open`: it still waits. `recovered`: a reminder has brought an order about. */
  state: z.enum(['open', 'recovered']).optional(),
  /** Touched, or for those that came back reminded of, in so many days up to now. */
  days: z.enum(['7', '30', '90']).optional(),
})
export type LeftCartFilters = z.infer<typeof LeftCartFilters>

export const ListLeftCarts = LeftCartFilters.extend({ cursor: z.string().max(500).optional(), page_size: wholeNumber(1, 100).prefault(50) })
export type ListLeftCarts = z.infer<typeof ListLeftCarts>

/** `worth` is what its lines that are for sale cost today; of one that came back what the order came to. */
export const LeftCart = z.object({
  id: CartId,
  email: z.string(),
  touched_at: z.string(),
  items: z.number().int(),
  worth: Money,
  /** Reminders that were sent. */
  reminders: z.number().int(),
  /** The number of the order that a reminder brought about. */
  order: z.string().nullable(),
})
export type LeftCart = z.infer<typeof LeftCart>

export const LeftCartPage = z.object({
  data: z.array(LeftCart),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  total: z.number().int(),
  total_is_exact: z.boolean(),
})
export type LeftCartPage = z.infer<typeof LeftCartPage>
