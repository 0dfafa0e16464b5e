import { CartReminderId } from '@/lib/core/ids'
import { isSignedBy, sign } from '@/lib/platform/secrets'

const PURPOSE = 'cart-reminder'

/** The link in a reminder: whoever has it may see that cart's lines and put them into a cart of their own. */
export const restorePath = (id: CartReminderId): string => `/cart/restore?t=${id}.${sign(PURPOSE, id)}`

/** Null for a link that was not made here. */
export function readRestoreToken(token: string): CartReminderId | null {
  const [id = '', signature = '', ...rest] = token.split('.')
  return rest.length === 0 && isSignedBy(PURPOSE, id, signature) ? CartReminderId.parse(id) : null
}
