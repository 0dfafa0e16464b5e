/** Why staff change what is on hand. Browser-safe: the dashboard's form offers them in these words. */
export const stockReasons = {
  received: 'A delivery came',
  counted: 'Counted anew',
  damaged: 'Damaged',
  lost: 'Lost or stolen',
  found: 'Found again',
  other: 'Another reason',
} as const

export type StockReason = keyof typeof stockReasons
