import { renderPackingSlip } from '@/app/_documents/packing-slip'
import { pdfFile } from '@/app/_documents/pdf-file'
import { getSettings } from '@/lib/catalog/cached'
import { FulfilmentId } from '@/lib/core/ids'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { StaffOrderRef } from '@/lib/orders/staff-schemas'
import { fileRoute } from '@/lib/web/file-route'

export const GET = fileRoute('GET /api/v1/admin/orders/{number}/packing-slip', {
  summary: 'What goes into a parcel, as a PDF without prices',
  input: StaffOrderRef.extend({
    /** What is in this parcel; without it what is still to be sent. */
    parcel: FulfilmentId.optional(),
  }),
  output: { description: 'A PDF of A4 pages.', type: 'application/pdf' },
  async open(ctx, { number, parcel }) {
    const order = await requireStaffOrder(ctx, { number })
    return pdfFile(await renderPackingSlip({ order, parcel, shop: await getSettings() }), `packing-slip-${order.number}`)
  },
})
