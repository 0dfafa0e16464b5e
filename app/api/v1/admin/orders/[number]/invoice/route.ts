import { renderInvoice } from '@/app/_documents/invoice'
import { pdfFile } from '@/app/_documents/pdf-file'
import { getSettings } from '@/lib/catalog/cached'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { StaffOrderRef } from '@/lib/orders/staff-schemas'
import { fileRoute } from '@/lib/web/file-route'

export const GET = fileRoute('GET /api/v1/admin/orders/{number}/invoice', {
  summary: 'The invoice of a paid order, as a PDF',
  input: StaffOrderRef,
  output: { description: 'A PDF of A4 pages.', type: 'application/pdf' },
  async open(ctx, asked) {
    const order = await requireStaffOrder(ctx, asked)
    return pdfFile(await renderInvoice({ order, shop: await getSettings() }), `invoice-${order.number}`)
  },
})
