import { abandonedCart } from './templates/abandoned-cart'
import { accountExists } from './templates/account-exists'
import { backInStock } from './templates/back-in-stock'
import { emailChangeConfirm } from './templates/email-change-confirm'
import { emailChanged } from './templates/email-changed'
import { givenUp } from './templates/given-up'
import { lowStock } from './templates/low-stock'
import { orderCancelled } from './templates/order-cancelled'
import { orderConfirmation } from './templates/order-confirmation'
import { orderDelivered } from './templates/order-delivered'
import { orderExpired } from './templates/order-expired'
import { orderRefunded } from './templates/order-refunded'
import { orderShipped } from './templates/order-shipped'
import { passwordChanged } from './templates/password-changed'
import { paymentReceived } from './templates/payment-received'
import { priceDrop } from './templates/price-drop'
import { resetPassword } from './templates/reset-password'
import { returnReceived } from './templates/return-received'
import { returnUpdate } from './templates/return-update'
import { reviewRequest } from './templates/review-request'
import { subscriptionConfirm } from './templates/subscription-confirm'
import { testMail } from './templates/test-mail'
import { trouble } from './templates/trouble'
import { verifyEmail } from './templates/verify-email'
import { welcome } from './templates/welcome'

/** Every kind of mail there is. A kind is stored in rows: it may be added to, never renamed. */
export const catalogue = {
  verify_email: verifyEmail,
  welcome: welcome,
  account_exists: accountExists,
  reset_password: resetPassword,
  password_changed: passwordChanged,
  email_change_confirm: emailChangeConfirm,
  email_changed: emailChanged,
  order_confirmation: orderConfirmation,
  payment_received: paymentReceived,
  order_shipped: orderShipped,
  order_delivered: orderDelivered,
  order_cancelled: orderCancelled,
  order_refunded: orderRefunded,
  order_expired: orderExpired,
  return_received: returnReceived,
  return_update: returnUpdate,
  review_request: reviewRequest,
  price_drop: priceDrop,
  back_in_stock: backInStock,
  subscription_confirm: subscriptionConfirm,
  abandoned_cart: abandonedCart,
  low_stock: lowStock,
  test_mail: testMail,
  trouble,
  given_up: givenUp,
} as const

export type EmailKind = keyof typeof catalogue

/** What a kind's template is given. */
export type EmailProps<K extends EmailKind> = (typeof catalogue)[K]['sample']

export const emailKinds = Object.keys(catalogue) as EmailKind[]

export const isEmailKind = (kind: string): kind is EmailKind => Object.hasOwn(catalogue, kind)
