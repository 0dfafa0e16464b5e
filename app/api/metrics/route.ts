import { connection } from 'next/server'
import { maySeeMetrics, renderMetrics } from '@/lib/platform/metrics/render'

/** For Prometheus. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  if (!maySeeMetrics(request.headers.get('authorization'))) return new Response('Send Authorization: Bearer METRICS_TOKEN.\n', { status: 401 })
  const { type, text } = await renderMetrics()
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } })
}
