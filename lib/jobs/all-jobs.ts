import type { Job } from './define-job'
import { confirmPaid } from './functions/confirm-paid-order'
import { confirmUnpaid } from './functions/confirm-unpaid-order'
import { countSales } from './functions/count-sales'
import { deliverOutbox } from './functions/dispatch-outbox'
import { expireUnpaidOrders } from './functions/expire-orders'
import { forgetOldKeys } from './functions/forget-answered-keys'
import { forgetExpiredSessions } from './functions/forget-expired-sessions'
import { forgetUnconfirmedWishes } from './functions/forget-unconfirmed-wishes'
import { mailCancelled } from './functions/mail-cancelled-order'
import { mailDelivered } from './functions/mail-delivered-order'
import { mailExpired } from './functions/mail-expired-order'
import { mailRefunded } from './functions/mail-refunded-order'
import { mailRequestedReturn } from './functions/mail-requested-return'
import { mailShipped } from './functions/mail-shipped-order'
import { mailUpdatedReturn } from './functions/mail-updated-return'
import { releaseKeys } from './functions/release-abandoned-keys'
import { sendMails } from './functions/send-mails'
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
  confirmPaid,
  confirmUnpaid,
  mailShipped,
  mailDelivered,
  mailCancelled,
  mailExpired,
  mailRefunded,
  mailRequestedReturn,
  mailUpdatedReturn,
  deliverOutbox,
  sendMails,
]
