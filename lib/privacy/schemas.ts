import { z } from 'zod'
import { Password } from '@/lib/customers/schemas'

export const EraseMyAccount = z.strictObject({
  current_password: Password,
  /** The word that has to be typed, so that nobody erases by accident. */
  confirmation: z.string().refine((text) => text.trim().toUpperCase() === 'ERASE', 'Type ERASE to confirm.'),
})
export type EraseMyAccount = z.infer<typeof EraseMyAccount>

export const Erased = z.object({ message: z.string() })
export type Erased = z.infer<typeof Erased>
