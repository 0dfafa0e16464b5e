/** What the settings are made of (`lib/settings`). */
export type SettingNoun = 'mail_sender' | 'payments' | 'rate_limits' | 'shipping_method' | 'shipping_zone' | 'shop' | 'tax_rate' | 'usual_tax'
export type SettingStep = 'added' | 'changed' | 'removed'

/** Everything that the activity log can say: the noun, and what happened to it. The dashboard has a sentence for each. */
export type AuditAction =
  | `cache.${'emptied' | 'purged'}`
  | `category.${'added' | 'arranged' | 'changed' | 'moved'}`
  | `customer.${'banned' | 'password_reset_sent' | 'unbanned'}`
  | 'event.retried'
  | `job.${'cancelled' | 'retried'}`
  | 'mail.resent'
  | 'member.role_changed'
  | `network_address.${'blocked' | 'unblocked'}`
  | `order.${'address_changed' | 'cancelled' | 'delivered' | 'note_added' | 'parcel_sent' | 'refunded'}`
  | `order.return_${'approved' | 'received' | 'refunded' | 'rejected'}`
  | `product.${'added' | 'changed' | 'pictures_changed' | 'threshold_changed'}`
  | `products.${'all_changed' | 'changed'}`
  | `review.${'approved' | 'rejected'}`
  | `role.${'added' | 'changed' | 'removed'}`
  | `${SettingNoun}.${SettingStep}`
  | 'stock.adjusted'
  | 'test_mail.sent'
