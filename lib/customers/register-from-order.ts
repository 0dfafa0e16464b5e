import type { z } from 'zod'
import type { Ctx } from '@/lib/core/context'
import { requireOrder } from '@/lib/orders/require-order'
import { OrderRef } from '@/lib/orders/schemas'
import { register } from './register'
import { NewPassword, type Sent } from './schemas'

export const RegisterFromOrder = OrderRef.extend({ password: NewPassword })
export type RegisterFromOrder = z.infer<typeof RegisterFromOrder>

/**
 * Opens an account for who has just ordered as a guest: name and address are the order's, so a password is all that is asked. The order
 * joins the account once its address is confirmed. @throws as `register`, not_found without the order's link.
 */
export async function registerFromOrder(ctx: Ctx, { password, ...ref }: RegisterFromOrder): Promise<Sent> {
  const { email, shipping_address: address } = await requireOrder(ctx, ref)
  return register(ctx, { name: address.full_name.slice(0, 100), email: email.toLowerCase(), password })
}
