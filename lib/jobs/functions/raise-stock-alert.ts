import { raiseStockAlerts } from '@/lib/inventory/stock-alerts'
import { tellLowStock } from '@/lib/inventory/tell-low-stock'
import { defineJob } from '../define-job'

/** A product fell to its threshold (R75). Staff are told a minute later of all that did meanwhile: a sale of a whole shelf is one mail. */
export const raiseStockAlert = defineJob({
  id: 'raise-stock-alert',
  queue: 'products',
  on: 'stock.low',
  run: async ({ event, ctx, step }) => {
    const raised = await step.run('open the alert', () => raiseStockAlerts(ctx, event))
    if (raised === 0) return 0
    await step.sleep('wait for others', '1m')
    return step.run('tell staff', () => tellLowStock(ctx))
  },
})
