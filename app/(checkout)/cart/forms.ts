import { z } from 'zod'
import { ChangeItem, MAX_LINE_QUANTITY, RemoveItem } from '@/lib/cart/schemas'
import { CartItemId, VariantId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'

/** The stepper's form: the number that was typed, and which of its buttons was pressed. */
export const StepForm = z
  .strictObject({ id: CartItemId, quantity: wholeNumber(0, MAX_LINE_QUANTITY), step: z.enum(['-1', '1']).optional() })
  .transform(({ id, quantity, step }): z.input<typeof ChangeItem> => ({ id, quantity: quantity + Number(step ?? 0) }))
  .pipe(ChangeItem)

/** Variant and quantity are there for Undo only. */
export const RemoveForm = RemoveItem.extend({ variant_id: VariantId, quantity: wholeNumber(0, MAX_LINE_QUANTITY) })
