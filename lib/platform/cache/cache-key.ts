import { createHash } from 'node:crypto'
import type { UserId } from '@/lib/core/ids'
import type { Keeping } from './lifetimes'

/** Longer questions go by their hash. */
const LONGEST = 160

/**
 * The name under which something is kept: `categories_list_root`, `product_detail_{slug}`, `products_list:{"category":"lamps"}`. Parameters
 * are those that were parsed, so defaults that are spelled out and another order make no second entry (R109).
 */
export function cacheKey(keeping: Keeping, part?: string | Record<string, unknown>): string {
  if (part === undefined) return keeping
  if (typeof part === 'string') return `${keeping}_${part}`
  const question = canonical(part)
  if (question === '{}') return keeping
  return `${keeping}:${question.length > LONGEST ? createHash('sha256').update(question).digest('base64url') : question}`
}

/** What is one person's stands apart, so that no shared key can ever name it. */
export const personalKey = (userId: UserId, key: string): string => `personal:${userId}:${key}`

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const present = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${present
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .join(',')}}`
}
