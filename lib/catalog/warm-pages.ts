import { setTimeout as sleep } from 'node:timers/promises'
import type { Ctx } from '@/lib/core/context'
import { mostViewedPages } from '@/lib/platform/cache/page-views'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { isExempt } from '@/lib/platform/rate-limit/caller-address'
import { policies } from '@/lib/platform/rate-limit/policies'
import { listProducts } from './list-products'
import { listProductSlugs, listSitemapCategories } from './list-sitemap'

export type Warmed = { pages: number; failed: number }

type Options = {
  /** Where the shop answers; without it on this machine. */
  url?: string
  /** How many products: those that are opened most, then those that sell best. */
  products?: number
  /** Products whose pages are made too, for example because they were changed together. */
  slugs?: string[]
  atOnce?: number
  onProgress?(now: { done: number; total: number }): unknown
}

/** Small beside a catalogue that people look at anyway. */
const PRODUCTS = 150
/** Of them; what sells best stays among them on a day on which people only look. */
const MOST_VIEWED = 100
const MOST_CATEGORIES = 100
/** One core stays free for people. */
const AT_ONCE = 2
const LIMIT_MS = 30_000

/**
 * Asks the running shop for what most people open first, so that nobody waits while it is made: home, categories, featured products, those
 * that were opened most since yesterday and those that sell best, and the lists of the API (R105). For after a start, a deploy or a change of much at once. What cannot be had is counted and left.
 */
export async function warmPages(ctx: Ctx, options: Options = {}): Promise<Warmed> {
  const { url = `http://127.0.0.1:${env.PORT}`, products = PRODUCTS, slugs = [], atOnce = AT_ONCE, onProgress = () => {} } = options
  const paths = await pathsToWarm(ctx, products, slugs)
  const waiting = [...paths]
  const paceMs = millisecondsFor(atOnce)
  let done = 0
  let failed = 0

  async function work(): Promise<void> {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const [isWarm] = await Promise.all([isAnswered(url + path), sleep(paceMs)])
      if (!isWarm) failed++
      await onProgress({ done: ++done, total: paths.length })
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  logger.info({ pages: paths.length, failed }, 'the pages that people open first are ready')
  return { pages: paths.length, failed }
}

/** How long one of so many callers takes at least for a page, so that together they use half of what one address may ask for. */
function millisecondsFor(callers: number): number {
  if (isExempt('127.0.0.1')) return 0
  return Math.max(...policies.shop.windows.map(({ limit, seconds }) => (2000 * callers * seconds) / limit))
}

/** Three statements, and Redis. */
async function pathsToWarm(ctx: Ctx, count: number, changed: string[]): Promise<string[]> {
  const [categories, featured, viewed, bestSellers] = await Promise.all([
    listSitemapCategories(ctx),
    listProducts(ctx, { featured: true, page_size: 24 }),
    mostViewedPages(MOST_VIEWED),
    listProductSlugs(ctx, count),
  ])
  const isThere = new Set(categories.map(({ slug }) => `/c/${slug}`))
  const opened = { products: viewed.filter((path) => path.startsWith('/p/')), categories: viewed.filter((path) => isThere.has(path)) }
  const products = new Set([...opened.products, ...bestSellers.map((slug) => `/p/${slug}`)])
  return [
    ...new Set([
      '/',
      '/api/v1/categories',
      '/api/v1/products',
      ...[...new Set([...opened.categories, ...isThere])].slice(0, MOST_CATEGORIES),
      ...featured.data.map(({ slug }) => `/p/${slug}`),
      ...[...products].slice(0, count),
      ...changed.map((slug) => `/p/${slug}`),
    ]),
  ]
}

/** As a browser asks, so that the bytes are kept as most people want them. */
async function isAnswered(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { headers: { 'accept-encoding': 'br, gzip' }, redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    // Counted by the caller: the page is made when somebody asks for it.
    return false
  }
}
