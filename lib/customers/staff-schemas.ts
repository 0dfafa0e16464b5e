import { z } from 'zod'
import { AddressView } from '@/lib/addresses/schemas'
import { CartView } from '@/lib/cart/schemas'
import { Day } from '@/lib/core/day'
import { StaffRoleId, UserId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { wholeNumber } from '@/lib/core/numbers'
import { StaffOrderSummary } from '@/lib/orders/staff-schemas'
import { MyReview } from '@/lib/reviews/schemas'
import { Customer, Role } from './schemas'

/** How staff narrow the list of people. Days are the shop's and both included. */
export const CustomerFilters = z.object({
  /** Parts of a name or an e-mail address. */
  q: z.string().trim().max(100).optional(),
  role: Role.optional(),
  /** Whether they have ever ordered something. */
  ordered: z.enum(['yes', 'no']).optional(),
  /** `banned`: their account is closed. */
  standing: z.enum(['open', 'banned']).optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type CustomerFilters = z.infer<typeof CustomerFilters>

/** By when they joined or by what they spent; a minus in front turns it around. */
export const CustomerSort = z.enum(['-joined', 'joined', '-spent', 'spent'])
export type CustomerSort = z.infer<typeof CustomerSort>

export const SearchCustomers = CustomerFilters.extend({
  sort: CustomerSort.default('-joined'),
  cursor: z.string().max(500).optional(),
  page_size: wholeNumber(1, 100).prefault(50),
})
export type SearchCustomers = z.infer<typeof SearchCustomers>

/** A person in the list; `spent` are the totals of their paid orders in the shop's currency, before what was given back. */
export const CustomerSummary = Customer.extend({ orders: z.number().int(), spent: Money, last_order_at: z.string().nullable() })
export type CustomerSummary = z.infer<typeof CustomerSummary>

export const CustomerPage = z.object({
  data: z.array(CustomerSummary),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  total: z.number().int(),
  total_is_exact: z.boolean(),
})
export type CustomerPage = z.infer<typeof CustomerPage>

export const CustomerRef = z.strictObject({ id: UserId })
export type CustomerRef = z.infer<typeof CustomerRef>

/** What somebody is worth to the shop: amounts of the shop's currency, of orders that were paid. */
const CustomerValue = z.object({
  orders: z.number().int(),
  paid_orders: z.number().int(),
  spent: Money,
  given_back: Money,
  average: Money,
  first_order_at: z.string().nullable(),
  last_order_at: z.string().nullable(),
})

/** A person with everything that staff decide by. Orders are null for who may not see orders. */
export const CustomerDetail = CustomerSummary.omit({ orders: true, spent: true, last_order_at: true }).extend({
  staff_role_id: StaffRoleId.nullable(),
  marketing_consent: z.boolean(),
  banned_at: z.string().nullable(),
  devices: z.number().int(),
  value: CustomerValue,
  orders: z.array(StaffOrderSummary.omit({ customer: true, has_open_return: true })).nullable(),
  addresses: z.array(AddressView.omit({ version: true })),
  reviews: z.array(
    MyReview.pick({ id: true, rating: true, title: true, status: true, created_at: true }).extend({ product: z.string(), slug: z.string() }),
  ),
  cart: CartView.nullable(),
})
export type CustomerDetail = z.infer<typeof CustomerDetail>

export const BanCustomer = z.strictObject({ id: UserId, banned: z.boolean() })
export type BanCustomer = z.infer<typeof BanCustomer>

export const CustomerChanged = z.object({ undo: z.string().nullish() })
export type CustomerChanged = z.infer<typeof CustomerChanged>
