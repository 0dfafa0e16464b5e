import type { OrderId } from '@/lib/core/ids'
import { isSignedBy, sign } from '@/lib/platform/secrets'

const PURPOSE = 'order'

/** Whoever has it may see, pay and cancel this order; it cannot be guessed from the number. */
export const orderAccessToken = (orderId: OrderId): string => sign(PURPOSE, orderId)

/** Compares in constant time. */
export const isOrderAccessToken = (orderId: OrderId, token: string): boolean => isSignedBy(PURPOSE, orderId, token)
