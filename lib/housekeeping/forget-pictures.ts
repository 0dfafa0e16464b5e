import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { env } from '@/lib/platform/env'
import { mediaStorage } from '@/lib/platform/storage/storage'

/** So long a removal can be taken back, and so old a file is before anybody asks whether it is needed. */
const DAYS = 30

/** How many are asked for at once. */
const AT_ONCE = 500

/** What staff uploaded; the demo's pictures have shorter names and are drawn anew in any case. */
const UPLOADED = /^([0-9a-f]{32})-\d+\.webp$/

/**
 * Removes the files of pictures that nothing points to: no product, no category, no line of an order, and no change of the last month that
 * could be taken back. @returns how many files went
 */
export async function forgetPictures(_ctx: Ctx, now = new Date()): Promise<number> {
  const cutoff = now.getTime() - DAYS * 24 * 60 * 60_000
  const old = new Map<string, string[]>()
  for await (const { key, changedAt } of mediaStorage().list('')) {
    const hash = UPLOADED.exec(key)?.[1]
    if (hash && changedAt.getTime() < cutoff) old.set(hash, [...(old.get(hash) ?? []), key])
  }
  const hashes = [...old.keys()]
  let gone = 0
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const asked = hashes.slice(from, from + AT_ONCE)
    const needed = await transaction((tx) => neededOf(tx, asked), { statementTimeoutMs: env.QUERY_TIMEOUT * 1000 })
    for (const hash of asked.filter((one) => !needed.has(one))) {
      for (const key of old.get(hash) ?? []) await mediaStorage().delete(key)
      gone += old.get(hash)?.length ?? 0
    }
  }
  return gone
}

async function neededOf(tx: Tx, hashes: string[]): Promise<Set<string>> {
  const asked = sql`${`{${hashes.join(',')}}`}::text[]`
  const rows = await tx.execute<{ hash: string }>(sql`
    select hash from product_images where hash = any(${asked})
    union select picture ->> 'hash' from categories where picture ->> 'hash' = any(${asked})
    union select picture_hash from order_items where picture_hash = any(${asked})
    union select h.hash #>> '{}' from audit_log a cross join lateral jsonb_path_query(a.before, '$.**.hash') as h (hash)
      where a.subject_type in ('product', 'category') and a.created_at > now() - make_interval(days => ${DAYS}) and h.hash #>> '{}' = any(${asked})`)
  return new Set(rows.map(({ hash }) => hash))
}
