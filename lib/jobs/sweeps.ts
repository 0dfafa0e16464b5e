import { database } from '@/db/client'
import { refreshRecentSales } from '@/lib/catalog/refresh-recent-sales'
import type { Ctx } from '@/lib/core/context'
import { forgetExpired } from '@/lib/customers/forget-expired'
import { expireOrders } from '@/lib/orders/expire-orders'
import { reconcilePayments } from '@/lib/payments/reconcile-payments'
import { sendRefunds } from '@/lib/payments/send-refunds'
import { deliverEmails } from '@/lib/platform/email/deliver-emails'
import { senderOf } from '@/lib/platform/email/sender'
import { forgetAnsweredKeys } from '@/lib/platform/idempotency/forget-answered-keys'
import { releaseAbandonedKeys } from '@/lib/platform/idempotency/idempotency'
import { readSettings } from '@/lib/settings/read-settings'
import { forgetUnconfirmed } from '@/lib/subscriptions/forget-unconfirmed'

/** Work that is done again and again whether or not anybody asked: what time alone makes due, and what a killed process left undone. */
export type Sweep = {
  name: string
  everySeconds: number
  /** @returns how many rows it dealt with. Safe to run twice, and to be cut short at any statement. */
  run(ctx: Ctx): Promise<number>
}

/** Keys are freed last of all: whoever owns an operation settles what it began and frees its own before. */
export const sweeps: Sweep[] = [
  // Often: somebody waits for the link in it.
  { name: 'send mails', everySeconds: 2, run: () => deliverEmails(async () => senderOf(await readSettings(database()))) },
  { name: 'count sales', everySeconds: 180, run: refreshRecentSales },
  { name: 'settle open payments', everySeconds: 30, run: (ctx) => reconcilePayments(ctx) },
  { name: 'expire orders', everySeconds: 30, run: expireOrders },
  { name: 'send refunds', everySeconds: 10, run: sendRefunds },
  { name: 'forget unconfirmed wishes', everySeconds: 3600, run: forgetUnconfirmed },
  { name: 'forget expired sessions', everySeconds: 3600, run: forgetExpired },
  { name: 'forget answered keys', everySeconds: 600, run: forgetAnsweredKeys },
  { name: 'release abandoned keys', everySeconds: 60, run: () => releaseAbandonedKeys('', 240) },
]
