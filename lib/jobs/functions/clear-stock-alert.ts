import { clearStockAlerts } from '@/lib/inventory/stock-alerts'
import { defineJob } from '../define-job'

/** Restocked: the next crossing is told again. */
export const clearStockAlert = defineJob({
  id: 'clear-stock-alert',
  queue: 'products',
  on: 'stock.restocked',
  run: ({ event, ctx, step }) => step.run('close the alert', () => clearStockAlerts(ctx, event)),
})
