import { sql } from 'drizzle-orm'
import { connection } from 'next/server'
import { database } from '@/db/client'
import { lifecycle } from '@/lib/platform/lifecycle'

/** 200 when this instance can serve: it is not stopping and the database answers. For load balancers. */
export async function GET(): Promise<Response> {
  await connection()
  if (lifecycle.isStopping) return answer(503, 'stopping')
  try {
    await database().execute(sql`select 1`)
  } catch {
    return answer(503, 'database')
  }
  return answer(200, 'ready')
}

function answer(status: number, state: string): Response {
  return Response.json({ status: state }, { status, headers: { 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '1' } : {}) } })
}
