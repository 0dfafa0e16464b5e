import { z } from 'zod'
import { isDomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { OrderRef } from '@/lib/orders/schemas'
import { checkPayment } from '@/lib/payments/check-payment'
import { identify, REQUEST_ID_HEADER } from '@/lib/web/context'
import { parseInput } from '@/lib/web/input'
import { register } from '@/lib/web/operations'
import { problemResponse } from '@/lib/web/problem'

register('GET /api/v1/orders/{number}/payments/return', {
  summary: 'Where a payment provider sends the browser back to: settles what happened there, then goes on to a page of the order',
  input: z.object({ number: z.string().max(40), t: z.string().max(100).optional() }),
  output: { description: 'Location is the page of the order, or that of its payment' },
  status: 303,
})

/** Where a provider sends the shopper back to: settles what happened there, then shows the order, or its payment page after a refusal. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
  try {
    const { ctx } = await identify(request.headers)
    const { number } = await params
    const token = new URL(request.url).searchParams.get('t') ?? undefined
    const ref = parseInput(OrderRef, { number, token })
    const page = `/orders/${encodeURIComponent(number)}`
    const query = new URLSearchParams(token ? { t: token } : {})
    try {
      const { outcome } = await checkPayment(ctx, ref)
      return seeOther(outcome === 'requires_action' ? `${page}/pay` : page, query)
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'payment_declined') throw error
      query.set('declined', String(error.options.extra?.decline_code ?? 'card_declined'))
      return seeOther(`${page}/pay`, query)
    }
  } catch (error) {
    return problemResponse(error, requestId)
  }
}

/** Relative, so that it holds behind any proxy. */
const seeOther = (page: string, query: URLSearchParams) =>
  new Response(null, {
    status: 303,
    headers: { location: query.size > 0 ? `${page}?${query}` : page, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  })
