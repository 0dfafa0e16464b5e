import { Unsubscribe } from '@/lib/subscriptions/schemas'
import { unsubscribe } from '@/lib/subscriptions/unsubscribe'
import { anonymousCtx } from '@/lib/web/context'
import { problemResponse } from '@/lib/web/problem'

/**
 * One click in a mail program (RFC 8058), or the button of the page /unsubscribe. The link is all it asks for: no cookie, no Origin, and
 * the body says nothing more, so it is not read. Reading changes nothing: programs that scan mails follow links.
 */
export async function POST(request: Request): Promise<Response> {
  const ctx = anonymousCtx(request.headers)
  try {
    const query = new URL(request.url).searchParams
    const asked = Unsubscribe.safeParse({ token: query.get('t') ?? '', all: query.has('all') })
    await unsubscribe(ctx, asked.data ?? { token: '', all: false })
    if (!request.headers.get('accept')?.includes('text/html')) return Response.json({ unsubscribed: true }, { headers: neverKept })
    // Relative, so that the reader stays at the address that they know.
    return new Response(null, { status: 303, headers: { ...neverKept, location: '/unsubscribe?done=1' } })
  } catch (error) {
    return problemResponse(error, ctx.requestId)
  }
}

export function GET(request: Request): Response {
  return new Response(null, { status: 303, headers: { ...neverKept, location: `/unsubscribe${new URL(request.url).search}` } })
}

const neverKept = { 'cache-control': 'private, no-store' }
