import { connection } from 'next/server'

/** 200 while the process answers at all. */
export async function GET(): Promise<Response> {
  await connection()
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } })
}
