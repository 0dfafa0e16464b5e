/** Where a shared wishlist is seen by others. */
export const sharePath = (token: string | null): string | null => (token === null ? null : `/wishlist/${token}`)
