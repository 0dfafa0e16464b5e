import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

export type Mailed = { kind: string; props: Record<string, string> }

/** The mails that wait for an address, oldest first. */
export async function mailed(to: string): Promise<Mailed[]> {
  return [...(await database().execute<Mailed>(sql`select kind, props from emails where lower(to_address) = ${to.toLowerCase()} order by id`))]
}

/** The token in the link of the newest mail of a kind. */
export async function tokenMailed(to: string, kind: string): Promise<string> {
  const mail = (await mailed(to)).findLast((one) => one.kind === kind)
  const path = Object.values(mail?.props ?? {}).find((value) => typeof value === 'string' && value.includes('token='))
  const token = path?.split('token=')[1]
  if (!token) throw new Error(`No ${kind} with a link was mailed to ${to}`)
  return token
}
