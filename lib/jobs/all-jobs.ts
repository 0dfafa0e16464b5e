import type { Job } from './define-job'
import { countSales } from './functions/count-sales'
import { expireUnpaidOrders } from './functions/expire-orders'
import { forgetOldKeys } from './functions/forget-answered-keys'
import { forgetExpiredSessions } from './functions/forget-expired-sessions'
import { forgetUnconfirmedWishes } from './functions/forget-unconfirmed-wishes'
import { releaseKeys } from './functions/release-abandoned-keys'
import { sendDueRefunds } from './functions/send-refunds'
import { settlePayments } from './functions/settle-payments'

/** Every job of the shop. A new one is a file in `functions/` and a line here; a test holds the two against each other. */
export const allJobs: Job[] = [
  countSales,
  settlePayments,
  expireUnpaidOrders,
  sendDueRefunds,
  forgetUnconfirmedWishes,
  forgetExpiredSessions,
  forgetOldKeys,
  releaseKeys,
]
