import { connection } from 'next/server'
import { readiness } from '@/lib/platform/health/is-ready'

/** 200 when this instance can serve, 503 with the reason otherwise. For load balancers. */
export async function GET(): Promise<Response> {
  await connection()
  const status = await readiness()
  const headers = { 'cache-control': 'no-store', ...(status === 'ready' ? {} : { 'retry-after': '1' }) }
  return Response.json({ status }, { status: status === 'ready' ? 200 : 503, headers })
}
