import type { OrderView } from './schemas'

/**
 * Whether the person behind an order had their data erased: it has no name any more, and nobody can be reached at its address.
 * `eraseMyAccount` writes such addresses; `.invalid` is reserved (RFC 2606), so nobody has one.
 */
export const isErased = ({ email }: Pick<OrderView, 'email'>): boolean => email.endsWith('@erased.invalid')
