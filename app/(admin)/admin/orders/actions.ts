'use server'

import { z } from 'zod'
import { nestedFields } from '@/app/(checkout)/_parts/nested-fields'
import { correctAddress } from '@/lib/checkout/correct-address'
import { addNote } from '@/lib/orders/add-note'
import { cancelAsStaff } from '@/lib/orders/cancel-as-staff'
import { deliverOrder } from '@/lib/orders/fulfil-order'
import { sendParcel } from '@/lib/orders/send-parcel'
import { AddNote, CancelAsStaff, ChangeAddress, type Changed, RefundOrder, SendParcel, StaffOrderRef } from '@/lib/orders/staff-schemas'
import { refundOrder } from '@/lib/payments/refund-order'
import { refundReturn } from '@/lib/payments/refund-return'
import { decideReturn } from '@/lib/returns/decide-return'
import { receiveReturn } from '@/lib/returns/receive-return'
import { DecideReturn, ReceiveReturn, RefundReturn } from '@/lib/returns/staff-schemas'
import { action } from '@/lib/web/action'
import { isChecked, minorAmount, unitsOf } from './order-fields'

type Fields = Record<string, unknown>
const fieldsAs = <S extends z.ZodType>(read: (fields: Fields) => unknown, schema: S) => z.preprocess((fields) => read(fields as Fields), schema)

/** A parcel cannot be taken back: nothing to undo. */
const nothingToUndo = async (done: Promise<unknown>): Promise<Changed> => {
  await done
  return {}
}

export const sendParcelAction = action(
  fieldsAs(
    ({ number, carrier, tracking_number, tracking_url, ...units }) => ({
      number,
      carrier,
      tracking_number,
      tracking_url: tracking_url === '' ? null : tracking_url,
      lines: unitsOf(units),
    }),
    SendParcel,
  ),
  (ctx, input) => nothingToUndo(sendParcel(ctx, input)),
  { idempotent: true },
)

export const deliverAction = action(StaffOrderRef, (ctx, input) => nothingToUndo(deliverOrder(ctx, input)))

export const cancelAction = action(
  fieldsAs(({ number, restock, note }) => ({ number, restock: isChecked(restock), note }), CancelAsStaff),
  cancelAsStaff,
)

export const refundAction = action(
  fieldsAs(
    ({ number, reason, restock, ...fields }) => ({
      number,
      reason,
      restock: isChecked(restock),
      amount: minorAmount(fields),
      lines: unitsOf(fields),
    }),
    RefundOrder,
  ),
  refundOrder,
  { idempotent: true },
)

export const correctAddressAction = action(
  fieldsAs(({ number, version, ...address }) => ({ number, version, ...nestedFields(address) }), ChangeAddress),
  correctAddress,
)

export const addNoteAction = action(AddNote, addNote)

export const decideReturnAction = action(DecideReturn, decideReturn)

export const receiveReturnAction = action(
  fieldsAs(({ number, id, ...units }) => ({ number, id, restock: unitsOf(units) }), ReceiveReturn),
  receiveReturn,
)

export const refundReturnAction = action(
  fieldsAs(({ number, id, ...fields }) => ({ number, id, amount: minorAmount(fields) }), RefundReturn),
  refundReturn,
  { idempotent: true },
)
