import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '@/lib/core/ids'

export type Section = {
  /** The file's name in the archive. */
  name: string
  /** Rows of one person with an `id` by which they are paged. */
  rows(userId: UserId): SQL
}

/** Everything that we keep about a person, one file each. Secrets (tokens, hashes) are not part of it. */
export const sections: Section[] = [
  {
    name: 'profile',
    rows: (id) => sql`select id, name, email, email_verified, username, role, marketing_consent, created_at, updated_at from users where id = ${id}`,
  },
  {
    name: 'addresses',
    rows: (id) => sql`select id, full_name, line1, line2, city, region, postal_code, country, phone, is_default_shipping, is_default_billing,
      created_at, updated_at from addresses where user_id = ${id}`,
  },
  {
    name: 'orders',
    rows: (id) => sql`select id, order_number, email, status, payment_status, fulfillment_status, currency, subtotal_minor, tax_minor, shipping_minor,
      discount_minor, coupon_code, total_minor, total_items, shipping_address, billing_address, shipping_method_code, order_date from orders where user_id = ${id}`,
  },
  {
    name: 'order_items',
    rows: (id) => sql`select i.id, o.order_number, i.product_name, i.variant_title, i.product_sku, i.price_minor, i.quantity, i.subtotal_minor,
      i.tax_minor, i.discount_minor from order_items i join orders o on o.id = i.order_id where o.user_id = ${id}`,
  },
  {
    name: 'order_history',
    rows: (id) => sql`select h.id, o.order_number, h.status, h.note, h.created_at
      from order_status_history h join orders o on o.id = h.order_id where o.user_id = ${id}`,
  },
  {
    name: 'parcels',
    rows: (id) => sql`select f.id, o.order_number, f.carrier, f.tracking_number, f.created_at, f.delivered_at
      from fulfilments f join orders o on o.id = f.order_id where o.user_id = ${id}`,
  },
  {
    name: 'notes_about_orders',
    rows: (id) =>
      sql`select n.id, o.order_number, n.body, n.created_at from order_notes n join orders o on o.id = n.order_id where o.user_id = ${id}`,
  },
  {
    name: 'work_done',
    rows: (id) => sql`select id, action, subject_type, subject_label, address, created_at from audit_log where actor = ${`user:${id}`}`,
  },
  {
    name: 'saved_views',
    rows: (id) => sql`select id, area, name, query, hidden_columns, created_at, updated_at from staff_views where user_id = ${id}`,
  },
  {
    name: 'payments',
    rows: (id) => sql`select p.id, o.order_number, p.provider, p.status, p.currency, p.amount_minor, p.captured_minor, p.refunded_minor, p.created_at
      from payments p join orders o on o.id = p.order_id where o.user_id = ${id}`,
  },
  {
    name: 'returns',
    rows: (id) => sql`select ri.id, o.order_number, r.status, r.note as return_note, i.product_name, ri.quantity, ri.reason, ri.note, r.created_at
      from return_items ri join returns r on r.id = ri.return_id join orders o on o.id = r.order_id join order_items i on i.id = ri.order_item_id
      where o.user_id = ${id}`,
  },
  {
    name: 'cart',
    rows: (id) => sql`select i.id, p.name as product_name, v.sku, i.quantity, i.price_minor, k.code as coupon_code, i.created_at from cart_items i
      join carts c on c.id = i.cart_id join products p on p.id = i.product_id join product_variants v on v.id = i.variant_id
      left join coupons k on k.id = c.coupon_id where c.user_id = ${id} and c.completed_at is null`,
  },
  {
    name: 'reviews',
    rows: (id) => sql`select r.id, p.name as product_name, r.author_name, r.rating, r.title, r.body, r.is_approved, r.created_at, r.updated_at
      from reviews r join products p on p.id = r.product_id where r.user_id = ${id}`,
  },
  {
    name: 'wishlist',
    rows: (id) => sql`select i.product_id as id, p.name as product_name, p.slug, i.created_at from wishlist_items i
      join wishlists w on w.id = i.wishlist_id join products p on p.id = i.product_id where w.user_id = ${id}`,
  },
  {
    name: 'subscriptions',
    rows: (id) => sql`select s.id, s.kind, p.name as product_name, s.email, s.confirmed_at, s.notified_at, s.created_at
      from subscriptions s join products p on p.id = s.product_id
      where s.user_id = ${id} or lower(s.email) = (select lower(email) from users where id = ${id} and email_verified)`,
  },
  {
    name: 'notifications',
    rows: (id) => sql`select id, kind, title, body, href, is_read, created_at from notifications where user_id = ${id}`,
  },
  {
    name: 'notification_choices',
    rows: (id) => sql`select md5(kind || channel)::uuid as id, kind, channel, is_on, updated_at from notification_preferences where user_id = ${id}`,
  },
  {
    name: 'devices',
    rows: (id) => sql`select id, ip_address, user_agent, created_at, updated_at, expires_at from sessions where user_id = ${id}`,
  },
  {
    name: 'mails',
    rows: (id) => sql`select id, kind, to_address, subject, status, created_at, sent_at from emails
      where user_id = ${id} or lower(to_address) = (select lower(email) from users where id = ${id} and email_verified)`,
  },
  {
    name: 'unwanted_mails',
    rows: (id) => sql`select id, email, scope, reason, created_at from email_suppressions
      where lower(email) = (select lower(email) from users where id = ${id} and email_verified)`,
  },
  {
    name: 'long_work',
    rows: (id) => sql`select id, kind, status, done, total, error, created_at, finished_at from tasks where owner_id = ${id}`,
  },
]
