import { BULK_EDIT, editAllProducts } from '@/lib/catalog/bulk-all'
import { WARM_PAGES, warmChangedPages } from '@/lib/catalog/warm-changed-pages'
import { SEND_ORDERS, sendAllOrders } from '@/lib/orders/send-all-orders'
import { EXPORT_KIND } from '@/lib/privacy/exports'
import { makeExport } from '@/lib/privacy/make-export'
import type { Runner } from '@/lib/tasks/run-tasks'
import { TAKE_BACK } from '@/lib/undo/take-back'
import { takeBackBatches } from '@/lib/undo/take-back-batches'

/** Who does which kind of long work. A new kind is a line here. */
export const taskRunners: Record<string, Runner> = {
  [EXPORT_KIND]: makeExport,
  [WARM_PAGES]: warmChangedPages,
  [BULK_EDIT]: editAllProducts(),
  [SEND_ORDERS]: sendAllOrders,
  [TAKE_BACK]: takeBackBatches,
}
