import { z } from 'zod'
import { renderInvoice } from '@/app/_documents/invoice'
import { pdfFile } from '@/app/_documents/pdf-file'
import { getSettings } from '@/lib/catalog/cached'
import { requireOrder } from '@/lib/orders/require-order'
import { OrderRef } from '@/lib/orders/schemas'
import { fileHandler } from '@/lib/web/file-route'

/** The invoice as a PDF, for the order's owner or with the token of its link (`?t=`). @throws conflict before it was paid */
export const GET = fileHandler({
  input: z.object({ number: OrderRef.shape.number, t: OrderRef.shape.token }),
  async open(ctx, { number, t: token }) {
    const order = await requireOrder(ctx, { number, token })
    return pdfFile(await renderInvoice({ order, shop: await getSettings() }), `invoice-${order.number}`)
  },
})
