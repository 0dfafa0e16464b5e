import { z } from 'zod'
import { Address, AddressFields } from '@/lib/checkout/schemas'
import { AddressId } from '@/lib/core/ids'

export const MAX_ADDRESSES = 50

const Defaults = z.strictObject({ is_default_shipping: z.boolean().default(false), is_default_billing: z.boolean().default(false) })

export const AddAddress = Address.extend(Defaults.shape)
export type AddAddress = z.infer<typeof AddAddress>

export const AddressRef = z.strictObject({ id: AddressId })
export type AddressRef = z.infer<typeof AddressRef>

/** The whole address anew. With `version`, as it was read, a change that was made elsewhere in the meantime is not overwritten. */
export const ChangeAddress = AddAddress.extend({ ...AddressRef.shape, version: z.string().max(40).optional() })
export type ChangeAddress = z.infer<typeof ChangeAddress>

export const AddressView = AddressFields.extend({
  id: AddressId,
  version: z.string(),
  is_default_shipping: z.boolean(),
  is_default_billing: z.boolean(),
})
export type AddressView = z.infer<typeof AddressView>

export const AddressBook = z.object({ data: z.array(AddressView) })
export type AddressBook = z.infer<typeof AddressBook>
