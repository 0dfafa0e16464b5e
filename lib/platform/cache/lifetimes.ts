import { env } from '@/lib/platform/env'

/**
 * How long what is read may be kept, in seconds: every lifetime of the shop (R93–R100, R110). Correctness never rests on one of these, for
 * every write takes down what it changed by tag; they bound what nobody changes, such as counts of what sold. The name is the beginning of
 * the key. Where the requirements name two times for one thing, DECISIONS.md says which holds.
 */
export const lifetimes = {
  /** R93. */
  categories_list_root: 3600,
  /** R94, R95: for everybody alike, so only what nobody in particular may see. */
  product_detail: 300,
  /** R96, R97. */
  featured_products: 3600,
  /** R98, and what is found, counted or suggested over the same products. */
  products_list: 900,
  products_search: 900,
  products_facets: 900,
  products_suggest: 900,
  /** R99. Session, role and ban are never kept. */
  user_profile: 300,
  user_balances: 120,
  user_statistics: 1800,
  /** R100: what has no time of its own. */
  product_reviews: env.CACHE_TIMEOUT,
}

export type Keeping = keyof typeof lifetimes

/** What is past its time may still be given while it is made anew, for so many seconds; never what has fallen. */
export const STALE_SECONDS = 60

/** Older entries are in no cache, whatever fell. */
export const LONGEST_LIFETIME_MS = (Math.max(...Object.values(lifetimes)) + STALE_SECONDS) * 1000
