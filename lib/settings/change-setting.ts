import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type Tx, transaction } from '@/db/transaction'
import type { SettingNoun } from '@/lib/audit/action'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { DomainEvent } from '@/lib/core/events'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import type { SettingChanged } from './schemas'

/** One kind of thing in the settings: how it is read, written and described. Everything else about a change is the same for all. */
export type SettingKind<V> = {
  /** The noun of its actions in the log. */
  noun: SettingNoun
  schema: z.ZodType<V>
  /** Null when there is none. With its fields always in the same order. */
  read(tx: Tx, id: string): Promise<V | null>
  /** Makes it or changes it. @throws DomainError when it contradicts what else is set; the settings are locked. */
  write(tx: Tx, id: string, value: V, before: V | null): Promise<void>
  remove?(tx: Tx, id: string, before: V): Promise<void>
  /** What is told of a change; without it, that the settings changed, and everything that shows them is made again. */
  changed?: DomainEvent
  nameOf(value: V): string
  /** What it is, field by field, for somebody whose copy is old. */
  words(value: V): { label: string; theirs: string }[]
}

type Change<V> = { id: string; version?: string; value: V | null }

/**
 * Adds a thing, changes it or takes it away (`value` null), and lets everything that shows settings fall. It holds for the next page and the
 * next look at a cart; placed orders keep what they say. One transaction.
 * @throws forbidden, not_found, stale with the difference, and what `write` and `remove` refuse
 */
export async function changeSetting<V>(ctx: Ctx, kind: SettingKind<V>, { id, version, value }: Change<V>): Promise<SettingChanged> {
  requireCan(ctx, 'settings.write')
  return transaction(async (tx) => {
    const before = await lockSetting(tx, kind, id)
    if (versionOf(before) !== (version ?? NONE)) throw stale(kind, before)
    await putSetting(tx, kind, { id, before, after: value })
    const named = value ?? before
    const undo = audited(tx, ctx, {
      action: `${kind.noun}.${before === null ? 'added' : value === null ? 'removed' : 'changed'}`,
      subject: { type: kind.noun, id, label: named === null ? '' : kind.nameOf(named) },
      before,
      after: value,
      version: versionOf(value),
    })
    return { id, undo }
  })
}

/** As it is now. Whoever changes settings waits here for whoever does already: what is checked stays true until the commit. */
export async function lockSetting<V>(tx: Tx, kind: SettingKind<V>, id: string): Promise<V | null> {
  await tx.execute(sql`select from settings where id = 1 for update`)
  return kind.read(tx, id)
}

export async function putSetting<V>(
  tx: Tx,
  kind: SettingKind<V>,
  { id, before, after }: { id: string; before: V | null; after: V | null },
): Promise<void> {
  if (after !== null) await kind.write(tx, id, after, before)
  else if (before !== null) await kind.remove?.(tx, id, before)
  publish(tx, kind.changed ?? { type: 'settings.changed' })
}

const NONE = 'none'

/** Two equal values are the same version, however often they were changed in between. */
export const versionOf = (value: unknown): string =>
  value === null ? NONE : createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

function stale<V>(kind: SettingKind<V>, now: V | null): DomainError {
  if (now === null) return new DomainError('not_found', { detail: 'Somebody else has taken this away in the meantime.' })
  return new DomainError('stale', { extra: { version: versionOf(now), changes: kind.words(now) } })
}
