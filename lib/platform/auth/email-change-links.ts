import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/transaction'
import { newId, type UserId } from '@/lib/core/ids'

/*
 * better-auth signs the link of a change of address and keeps nothing of it, so such a link would work again and again until it is too old.
 * A row in `verifications`, where the links for a new password are too, makes it work once; and what ends those (another password,
 * another address, an erased account) ends it too.
 */

const PREFIX = 'email-change:'
const identifierOf = (token: string) => PREFIX + createHash('sha256').update(token).digest('base64url')

/** Older links of the person for another address are over. */
export async function keepEmailChangeLink(tx: Tx, userId: UserId, token: string, hours: number): Promise<void> {
  await tx.execute(sql`delete from verifications where value = ${userId} and starts_with(identifier, ${PREFIX})`)
  await tx.execute(sql`
    insert into verifications (id, identifier, value, expires_at)
    values (${newId()}, ${identifierOf(token)}, ${userId}, now() + ${hours} * interval '1 hour')`)
}

/** Whether the link is this person's, was not used, and is not too old. */
export async function hasEmailChangeLink(reader: Reader, userId: UserId, token: string): Promise<boolean> {
  const found = await reader.execute(
    sql`select from verifications where value = ${userId} and identifier = ${identifierOf(token)} and expires_at > now()`,
  )
  return found.length > 0
}

/** Once: of several who use a link at the same time, the others wait and are told false. */
export async function takeEmailChangeLink(tx: Tx, userId: UserId, token: string): Promise<boolean> {
  const taken = await tx.execute(sql`delete from verifications where value = ${userId} and identifier = ${identifierOf(token)} returning 1`)
  return taken.length > 0
}
