import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { accounts } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import type { UserId } from '@/lib/core/ids'

/** Known to everybody who reads this, so these people exist in local mode only: see `closeDemoPeople`. */
export const DEMO_PASSWORD = 'walk down highstreet'

const person = (number: number, name: string, role: 'customer' | 'staff' | 'admin') => ({
  id: `01970000-0000-7000-8000-00000000000${number}` as UserId,
  name,
  email: `${role}@highstreet.example`,
  role,
})

export const demoPeople = [person(1, 'Cleo Customer', 'customer'), person(2, 'Sam Staff', 'staff'), person(3, 'Ada Admin', 'admin')]

const ids = sql`${`{${demoPeople.map(({ id }) => id).join(',')}}`}::uuid[]`

/** The demo logins, with `hash` being that of `DEMO_PASSWORD`. What somebody changed about them stays. Safe to run again. */
export async function loadDemoPeople(url: string, hash: string): Promise<void> {
  await withDatabase(url, (db) =>
    db.transaction(async (tx) => {
      await tx
        .insert(users)
        .values(demoPeople.map((one) => ({ ...one, emailVerified: true })))
        .onConflictDoNothing()
      await tx
        .insert(accounts)
        .values(demoPeople.map(({ id }) => ({ id, userId: id, accountId: id, providerId: 'credential', password: hash })))
        .onConflictDoNothing()
      await tx.execute(sql`update users set banned_at = null where id = any(${ids})`)
    }),
  )
}

/** A database that was once used in local mode may come to be a deployed shop's: nobody gets in there with a password that is printed here. */
export async function closeDemoPeople(url: string): Promise<void> {
  await withDatabase(url, async (db) => {
    await db.execute(sql`
      with ended as (delete from sessions where user_id = any(${ids}))
      update users set banned_at = now() where id = any(${ids}) and banned_at is null`)
  })
}

async function withDatabase(url: string, work: (db: ReturnType<typeof drizzle>) => Promise<void>): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await work(drizzle({ client, casing: 'snake_case' }))
  } finally {
    await client.end({ timeout: 5 })
  }
}
