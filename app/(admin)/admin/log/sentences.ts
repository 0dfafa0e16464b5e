import type { AuditAction, SettingNoun, SettingStep } from '@/lib/audit/action'

type Setting<N extends SettingNoun> = Record<`${N}.${SettingStep}`, string>

const setting = <N extends SettingNoun>(noun: N, words: string) =>
  Object.fromEntries((['added', 'changed', 'removed'] as const).map((step) => [`${noun}.${step}`, `${step} ${words}`])) as Setting<N>

/** What somebody did, as it stands between their name and the thing's. */
const sentences: Record<AuditAction, string> = {
  'cache.emptied': 'emptied every cache',
  'cache.purged': 'had the copies made again of',
  'category.added': 'added the category',
  'category.arranged': 'changed the order of the products in',
  'category.changed': 'changed the category',
  'category.moved': 'moved the category',
  'customer.banned': 'closed the account of',
  'customer.password_reset_sent': 'sent a link for a new password to',
  'customer.unbanned': 'opened again the account of',
  'event.retried': 'sent an event again:',
  'job.cancelled': 'stopped',
  'job.retried': 'started again',
  'mail.resent': 'sent a mail again:',
  'member.role_changed': 'gave another role to',
  'network_address.blocked': 'blocked the address',
  'network_address.unblocked': 'let in the address',
  'order.address_changed': 'changed the address of order',
  'order.cancelled': 'cancelled order',
  'order.delivered': 'marked as delivered order',
  'order.note_added': 'wrote a note on order',
  'order.parcel_sent': 'sent a parcel of order',
  'order.refunded': 'refunded order',
  'order.return_approved': 'agreed to a return of order',
  'order.return_received': 'took in a return of order',
  'order.return_refunded': 'refunded a return of order',
  'order.return_rejected': 'refused a return of order',
  'product.added': 'added the product',
  'product.changed': 'changed the product',
  'product.pictures_changed': 'changed the pictures of',
  'product.threshold_changed': 'changed when stock counts as low for',
  'products.all_changed': 'changed',
  'products.changed': 'changed',
  'review.approved': 'published the review',
  'review.rejected': 'refused the review',
  'role.added': 'added the role',
  'role.changed': 'changed the role',
  'role.removed': 'removed the role',
  'stock.adjusted': 'adjusted the stock of',
  'test_mail.sent': 'sent a test mail',
  ...setting('mail_sender', 'in the settings:'),
  ...setting('payments', 'in the settings:'),
  ...setting('rate_limits', 'in the settings:'),
  ...setting('shipping_method', 'the shipping method'),
  ...setting('shipping_zone', 'the shipping zone'),
  ...setting('shop', 'the details of'),
  ...setting('tax_rate', 'the tax rate'),
  ...setting('usual_tax', 'the usual tax'),
}

/** The log outlives the code: what an older shop wrote down is told with its own words. */
export const sentenceOf = (action: string): string =>
  (sentences as Record<string, string | undefined>)[action] ?? action.replace('.', ' ').replaceAll('_', ' ')
