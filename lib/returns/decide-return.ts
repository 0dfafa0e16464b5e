import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { Changed } from '@/lib/orders/staff-schemas'
import { requireCan } from '@/lib/platform/auth/can'
import { lockReturn, moveReturn } from './lock-return'
import { DecideReturn } from './staff-schemas'

/** Says yes or no to a wish to send something back. One transaction. @throws forbidden, not_found, conflict */
export async function decideReturn(ctx: Ctx, input: DecideReturn): Promise<Changed> {
  requireCan(ctx, 'orders.fulfil')
  const { number, id, decision, answer } = DecideReturn.parse(input)
  return transaction(async (tx) => {
    const locked = await lockReturn(tx, { number, id }, decision)
    const title = decision === 'approved' ? `You can send back items of order ${number}` : `We cannot take back items of order ${number}`
    await moveReturn(tx, ctx, locked, { status: decision, title, answer })
    return {}
  })
}
