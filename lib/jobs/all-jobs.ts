import type { Job } from './define-job'
import { checkTheBooks } from './functions/check-books'
import { checkLowStock } from './functions/check-low-stock'
import { clearStockAlert } from './functions/clear-stock-alert'
import { confirmPaid } from './functions/confirm-paid-order'
import { confirmUnpaid } from './functions/confirm-unpaid-order'
import { countSales } from './functions/count-sales'
import { deliverOutbox } from './functions/dispatch-outbox'
import { doLongWork } from './functions/do-long-work'
import { expireUnpaidOrders } from './functions/expire-orders'
import { forgetOldKeys } from './functions/forget-answered-keys'
import { forgetOverBlocks } from './functions/forget-ended-blocks'
import { forgetExpiredSessions } from './functions/forget-expired-sessions'
import { forgetUnconfirmedWishes } from './functions/forget-unconfirmed-wishes'
import { keepHouse } from './functions/keep-house'
import { mailCancelled } from './functions/mail-cancelled-order'
import { mailDelivered } from './functions/mail-delivered-order'
import { mailExpired } from './functions/mail-expired-order'
import { mailRefunded } from './functions/mail-refunded-order'
import { mailRequestedReturn } from './functions/mail-requested-return'
import { mailShipped } from './functions/mail-shipped-order'
import { mailUpdatedReturn } from './functions/mail-updated-return'
import { noteRecovered } from './functions/note-recovered-order'
import { raiseStockAlert } from './functions/raise-stock-alert'
import { releaseKeys } from './functions/release-abandoned-keys'
import { remindCarts } from './functions/remind-left-carts'
import { requestReviews } from './functions/request-review'
import { rollUpSales } from './functions/roll-up-sales'
import { sendMails } from './functions/send-mails'
import { sendDueRefunds } from './functions/send-refunds'
import { settlePayments } from './functions/settle-payments'
import { tellNextWave } from './functions/tell-next-wave'
import { tellWaiting } from './functions/tell-subscribers'
import { withdrawCartReminders } from './functions/withdraw-reminders'

/** Every job of the shop. A new one is a file in `functions/` and a line here; a test holds the two against each other. */
export const allJobs: Job[] = [
  checkTheBooks,
  checkLowStock,
  clearStockAlert,
  confirmPaid,
  confirmUnpaid,
  countSales,
  deliverOutbox,
  doLongWork,
  expireUnpaidOrders,
  forgetOldKeys,
  forgetOverBlocks,
  forgetExpiredSessions,
  forgetUnconfirmedWishes,
  keepHouse,
  mailCancelled,
  mailDelivered,
  mailExpired,
  mailRefunded,
  mailRequestedReturn,
  mailShipped,
  mailUpdatedReturn,
  noteRecovered,
  raiseStockAlert,
  releaseKeys,
  remindCarts,
  requestReviews,
  rollUpSales,
  sendMails,
  sendDueRefunds,
  settlePayments,
  tellNextWave,
  tellWaiting,
  withdrawCartReminders,
]
