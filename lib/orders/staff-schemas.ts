import { z } from 'zod'
import { Address } from '@/lib/checkout/schemas'
import { Day } from '@/lib/core/day'
import { FulfilmentId, OrderItemId, TaskId, UserId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { wholeNumber } from '@/lib/core/numbers'
import { OrderLine, OrderView, Parcel } from './schemas'

const { status, payment_status, fulfillment_status } = OrderView.shape

const OrderNumber = z.string().max(40)
const Minor = wholeNumber(0, 100_000_000_000)

/** How staff narrow the list of all orders. Amounts are minor units, days are the shop's and both included. */
export const OrderFilters = z.object({
  /** A number from its start or in part, an e-mail address or a name. */
  q: z.string().trim().max(200).optional(),
  /** `to_send`: paid, not all gone, and not given back. */
  status: z.enum([...status.options, 'to_send']).optional(),
  payment_status: payment_status.optional(),
  fulfillment_status: fulfillment_status.optional(),
  /** Orders with a return in this state. */
  return_status: z.enum(['requested', 'approved', 'received']).optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** When they were paid, as revenue counts them. */
  paid_from: Day.optional(),
  paid_to: Day.optional(),
  total_min: Minor.optional(),
  total_max: Minor.optional(),
  customer: UserId.optional(),
})
export type OrderFilters = z.infer<typeof OrderFilters>

export const ListAllOrders = OrderFilters.extend({ cursor: z.string().max(500).optional(), page_size: wholeNumber(1, 100).prefault(50) })
export type ListAllOrders = z.infer<typeof ListAllOrders>

export const StaffOrderSummary = z.object({
  number: z.string(),
  status,
  payment_status,
  fulfillment_status,
  placed_at: z.string(),
  customer: z.object({ id: UserId.nullable(), name: z.string(), email: z.string() }),
  total: Money,
  total_items: z.number().int(),
  /** A return waits for somebody. */
  has_open_return: z.boolean(),
})
export type StaffOrderSummary = z.infer<typeof StaffOrderSummary>

export const StaffOrderPage = z.object({
  data: z.array(StaffOrderSummary),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  /** How many match; counted to 10,000. */
  total: z.number().int(),
  total_is_exact: z.boolean(),
})
export type StaffOrderPage = z.infer<typeof StaffOrderPage>

export const StaffOrderRef = z.strictObject({ number: OrderNumber })
export type StaffOrderRef = z.infer<typeof StaffOrderRef>

const Units = z.strictObject({ order_item_id: OrderItemId, quantity: wholeNumber(1, 999) })

/** A parcel: all that is left, or these units. */
export const SendParcel = z.strictObject({
  number: OrderNumber,
  lines: z.array(Units).min(1, 'Choose at least one item.').max(200).optional(),
  carrier: z.string().trim().max(80).prefault(''),
  tracking_number: z.string().trim().max(120).prefault(''),
  tracking_url: z
    .url({ protocol: /^https?$/, error: 'Write a whole address, beginning with https://.' })
    .max(500)
    .nullish(),
})
export type SendParcel = z.input<typeof SendParcel>

export const ParcelSent = z.object({ fulfilment_id: FulfilmentId, status, fulfillment_status })
export type ParcelSent = z.infer<typeof ParcelSent>

/** So many orders are sent while somebody waits; more that match are sent in the background. */
export const SEND_LIMIT = 500

/** Orders by number, or all that match; `dry_run` says which of them can be sent and sends nothing. */
export const SendOrders = z
  .strictObject({
    numbers: z.array(OrderNumber).min(1, 'Choose at least one order.').max(SEND_LIMIT).optional(),
    filters: OrderFilters.optional(),
    dry_run: z.boolean().default(false),
  })
  .refine(({ numbers, filters }) => (numbers === undefined) !== (filters === undefined), 'Send numbers, or filters.')
export type SendOrders = z.infer<typeof SendOrders>

/** A result for many: what was done, and what was not and why. */
export const BulkResult = z.object({
  done: z.number().int(),
  refused: z.array(z.object({ label: z.string(), reason: z.string() })),
  undo: z.string().nullish(),
})
export type BulkResult = z.infer<typeof BulkResult>

/** `waiting` of the orders that are meant are to send; of these `sample` are the newest. `task` is the work that sends many. */
export const OrdersSent = BulkResult.omit({ undo: true }).extend({
  waiting: z.number().int(),
  sample: z.array(z.object({ number: z.string(), name: z.string(), total: Money, total_items: z.number().int() })),
  task: TaskId.nullable(),
})
export type OrdersSent = z.infer<typeof OrdersSent>

export const CancelAsStaff = z.strictObject({
  number: OrderNumber,
  /** Put what was sold back on the shelf. */
  restock: z.boolean().prefault(true),
  note: z.string().trim().max(500).prefault(''),
})
export type CancelAsStaff = z.input<typeof CancelAsStaff>

export const RefundOrder = z.strictObject({
  number: OrderNumber,
  /** Minor units of the order's currency. */
  amount: wholeNumber(1, 100_000_000_000, 'Write an amount above zero.'),
  /** The units it is for, if it is for certain ones. */
  lines: z.array(Units).max(200).prefault([]),
  /** Put these units back on the shelf. */
  restock: z.boolean().prefault(false),
  reason: z.string().trim().max(500).prefault(''),
})
export type RefundOrder = z.input<typeof RefundOrder>

export const ChangeAddress = z.strictObject({
  number: OrderNumber,
  version: z.string().max(40),
  shipping_address: Address,
})
export type ChangeAddress = z.infer<typeof ChangeAddress>

export const AddNote = z.strictObject({ number: OrderNumber, body: z.string().trim().min(1, 'Write something first.').max(2000) })
export type AddNote = z.infer<typeof AddNote>

/** The answer of a change: its row in the activity log, for Undo. */
export const Changed = z.object({ undo: z.string().nullish() })
export type Changed = z.infer<typeof Changed>

const at = z.string()

/** An order as staff see it; without the token of its link, which is the shopper's way to cancel and pay. */
export const StaffOrder = OrderView.omit({ parcels: true, access_token: true }).extend({
  /** For edits: what is older is refused. */
  version: z.string(),
  customer: z.object({ id: UserId, name: z.string(), orders: z.number().int() }).nullable(),
  lines: z.array(
    OrderLine.extend({
      tax: Money,
      /** Its share of the order's discount. */
      discount: Money,
      /** Of the quantity. */
      shipped: z.number().int(),
      /** In no parcel yet, and not refunded instead. */
      to_send: z.number().int(),
      returned: z.number().int(),
      refunded: z.number().int(),
    }),
  ),
  history: z.array(z.object({ status: z.string(), note: z.string(), at, by: z.string().nullable() })),
  fulfilments: z.array(Parcel),
  payments: z.array(
    z.object({
      id: z.string(),
      provider: z.string(),
      reference: z.string().nullable(),
      status: z.string(),
      captured: Money,
      refunded: Money,
      disputed: Money,
      at,
      attempts: z.array(z.object({ outcome: z.string(), decline_code: z.string().nullable(), at })),
    }),
  ),
  refunds: z.array(z.object({ id: z.string(), amount: Money, reason: z.string(), status: z.string(), at, by: z.string().nullable() })),
  /** What may still be given back: captured and neither given back nor asked for. */
  refundable: Money,
  notes: z.array(z.object({ id: z.string(), body: z.string(), at, by: z.string().nullable() })),
  returns: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      note: z.string(),
      answer: z.string(),
      at,
      lines: z.array(
        z.object({
          order_item_id: OrderItemId,
          name: z.string(),
          variant_title: z.string(),
          quantity: z.number().int(),
          restocked: z.number().int(),
          reason: z.string(),
          note: z.string(),
        }),
      ),
    }),
  ),
})
export type StaffOrder = z.infer<typeof StaffOrder>
