import { clearStockAlerts, raiseStockAlerts } from '@/lib/inventory/stock-alerts'
import { tellLowStock } from '@/lib/inventory/tell-low-stock'
import { defineJob } from '../define-job'

/** Every hour (R128): what no event told, such as a threshold that was raised, and what an event told too early. */
export const checkLowStock = defineJob({
  id: 'check-low-stock',
  queue: 'products',
  cron: '0 * * * *',
  isAlone: true,
  run: async ({ ctx, step }) => {
    const cleared = await step.run('close alerts', () => clearStockAlerts(ctx))
    const raised = await step.run('open alerts', () => raiseStockAlerts(ctx))
    const told = await step.run('tell staff', () => tellLowStock(ctx))
    return { cleared, raised, told }
  },
})
