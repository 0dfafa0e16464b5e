import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import type { Ctx } from '@/lib/core/context'
import { findOrder } from '@/lib/orders/find-order'
import { OrderRef, type OrderView } from '@/lib/orders/schemas'
import { pageCtx } from '@/lib/web/page-context'

/** What a page under `/orders/[number]` is given. */
export type OrderPageProps = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type OrderRequest = { ctx: Ctx; ref: OrderRef; order: OrderView; query: Record<string, string | undefined> }

/** The order that a page shows. A wrong or missing token looks like an order that does not exist. */
export async function orderRequest({ params, searchParams }: OrderPageProps): Promise<OrderRequest> {
  await connection()
  const [{ number }, search, ctx] = await Promise.all([params, searchParams, pageCtx()])
  const query = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
  const ref = OrderRef.safeParse({ number, token: query.t })
  const order = ref.success ? await findOrder(ctx, ref.data) : null
  if (!ref.success || !order) notFound()
  return { ctx, ref: ref.data, order, query }
}
