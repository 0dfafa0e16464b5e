-- What must always be true, as one statement: each row is a violation, no row means all is well.
-- Run by the tests after every chaos, and nightly in production (RELIABILITY.md).

-- Stock: a level is the sum of its movements, and what is reserved is what open reservations hold.
select 'level_differs_from_movements' as check_name, l.variant_id::text as subject,
  format('on hand %s and reserved %s, movements say %s and %s', l.on_hand, l.reserved, m.on_hand, m.reserved) as detail
from inventory_levels l
cross join lateral (
  select coalesce(sum(on_hand_delta), 0) as on_hand, coalesce(sum(reserved_delta), 0) as reserved from inventory_movements where variant_id = l.variant_id
) m
where l.on_hand <> m.on_hand or l.reserved <> m.reserved

union all
select 'more_came_back_than_was_sold', order_id::text, format('%s of variant %s', sum(on_hand_delta), variant_id)
from inventory_movements where order_id is not null and kind in ('sold', 'returned')
group by order_id, variant_id having sum(on_hand_delta) > 0

union all
select 'reserved_differs_from_reservations', coalesce(l.variant_id, r.variant_id)::text,
  format('reserved %s, open reservations hold %s', coalesce(l.reserved, 0), coalesce(r.held, 0))
from inventory_levels l
full join (select variant_id, sum(quantity) as held from reservations where status = 'open' group by variant_id) r on r.variant_id = l.variant_id
where coalesce(l.reserved, 0) <> coalesce(r.held, 0)

union all
select 'level_negative', variant_id::text, format('on hand %s, reserved %s', on_hand, reserved)
from inventory_levels where on_hand < 0 or reserved < 0 or reserved > on_hand

union all
select 'product_stock_differs', p.id::text, format('shows %s, levels say %s', s.quantity, a.available)
from products p
left join product_stock s on s.product_id = p.id
cross join lateral (
  select coalesce(sum(l.on_hand - l.reserved), 0) as available from inventory_levels l where l.product_id = p.id and l.is_counted
) a
where coalesce(s.quantity, -1) <> a.available

union all
select 'level_counts_wrongly', l.variant_id::text,
  format('counted: %s, variant active: %s, stock tracked: %s', l.is_counted, v.is_active, p.track_inventory)
from inventory_levels l join product_variants v on v.id = l.variant_id join products p on p.id = v.product_id
where l.is_counted <> (v.is_active and p.track_inventory) or l.product_id <> p.id

union all
select 'product_stock_activity_differs', p.id::text, format('product is active: %s, stock row: %s', p.is_active, s.is_active)
from products p join product_stock s on s.product_id = p.id where p.is_active <> s.is_active

union all
select 'units_held_for_closed_order', r.order_id::text, format('order is %s, a reservation of %s is open', o.status, r.quantity)
from reservations r join orders o on o.id = r.order_id where r.status = 'open' and o.status <> 'pending'

union all
select 'paid_units_not_sold', i.order_id::text, format('%s of %s', i.quantity, i.product_sku)
from orders o join order_items i on i.order_id = o.id
where o.status in ('paid', 'shipped', 'delivered')
  and exists (select from reservations r where r.order_item_id = i.id)
  and i.quantity <> (select coalesce(sum(r.quantity), 0) from reservations r where r.order_item_id = i.id and r.status = 'sold')

union all
select 'units_held_twice', i.order_id::text, format('%s of %s, held or sold %s', i.quantity, i.product_sku, r.units)
from order_items i
join (select order_item_id, sum(quantity) as units from reservations where status <> 'released' group by order_item_id) r on r.order_item_id = i.id
where r.units > i.quantity

-- Orders: the amounts follow from the lines, every step is in the history and was told to the rest of the shop once.
union all
select 'order_amounts_differ', o.id::text,
  format('subtotal %s, tax %s, items %s, total %s; lines say %s, %s, %s', o.subtotal_minor, o.tax_minor, o.total_items, o.total_minor, i.subtotal, i.tax, i.items)
from orders o
cross join lateral (
  select coalesce(sum(subtotal_minor), 0) as subtotal, coalesce(sum(tax_minor), 0) as tax, coalesce(sum(quantity), 0) as items
  from order_items where order_id = o.id
) i
where o.subtotal_minor <> i.subtotal or o.tax_minor <> i.tax or o.total_items <> i.items
  or o.total_minor <> i.subtotal + i.tax + o.shipping_minor - o.discount_minor

-- Codes: each use is an order that goes on, and what an order was reduced by is what its code said, shared over its lines.
union all
select 'coupon_uses_differ', k.id::text, format('%s uses, orders hold %s', k.uses, r.open)
from coupons k
cross join lateral (select count(*) as open from coupon_redemptions where coupon_id = k.id and released_at is null) r
where k.uses <> r.open

union all
select 'coupon_used_too_often', id::text, format('%s of %s uses', uses, max_uses) from coupons where uses < 0 or uses > max_uses

union all
select 'order_discount_without_its_code', o.id::text, format('order is %s, its code %s, redeemed %s, given back at %s', o.status, o.coupon_code, k.code, r.released_at)
from orders o
left join coupon_redemptions r on r.order_id = o.id
left join coupons k on k.id = r.coupon_id
where (o.coupon_code is not null or r.order_id is not null)
  and (o.coupon_code is distinct from k.code or (r.released_at is not null) <> (o.status in ('cancelled', 'expired')))

union all
select 'order_discount_differs', o.id::text,
  format('%s with code %s, its snapshot says %s with %s, its lines %s', o.discount_minor, o.coupon_code, s.discount, s.code, i.discount)
from orders o
cross join lateral (
  select o.totals_explanation -> 'discount' ->> 'code' as code,
    coalesce((o.subtotal_minor * (o.totals_explanation -> 'discount' ->> 'ratePpm')::bigint + 500000) / 1000000, 0) as discount
) s
cross join lateral (select coalesce(sum(discount_minor), 0) as discount from order_items where order_id = o.id) i
where (o.discount_minor, o.discount_minor, o.coupon_code) is distinct from (s.discount, i.discount, s.code)

-- What staff decided to give back and the provider was not told yet is still the shop's.
union all
select 'paid_order_without_its_money', o.id::text, format('total %s, captured %s, given back %s', o.total_minor, p.captured, p.given_back)
from orders o
cross join lateral (
  select coalesce(sum(p.captured_minor), 0) as captured,
    coalesce(sum(greatest(p.refunded_minor, (select coalesce(sum(r.amount_minor), 0) from refunds r where r.payment_id = p.id and (r.status = 'sent' or (r.status = 'requested' and r.is_surplus))))), 0) as given_back
  from payments p where p.order_id = o.id
) p
where o.status in ('paid', 'shipped', 'delivered')
  and (p.captured < o.total_minor or (o.payment_status = 'paid' and p.captured - p.given_back <> o.total_minor))

union all
select 'paid_order_without_its_time', id::text, status from orders where status in ('paid', 'shipped', 'delivered') and paid_at is null

union all
select 'closed_order_keeps_money', o.id::text, format('%s captured, asked or given back %s', p.captured, p.given_back)
from orders o
cross join lateral (
  select coalesce(sum(p.captured_minor), 0) as captured,
    coalesce(sum(greatest(p.refunded_minor, (select coalesce(sum(r.amount_minor), 0) from refunds r where r.payment_id = p.id and r.status <> 'failed'))), 0) as given_back
  from payments p where p.order_id = o.id
) p
where o.status in ('cancelled', 'expired') and p.captured > p.given_back

union all
select 'more_refunded_than_captured', p.id::text, format('captured %s, refunds %s', p.captured_minor, r.amount)
from payments p
join (select payment_id, sum(amount_minor) as amount from refunds where status <> 'failed' group by payment_id) r on r.payment_id = p.id
where r.amount > p.captured_minor

union all
select 'order_event_missing', o.id::text, e.type
from orders o
join lateral (
  values ('order.placed', true), ('order.paid', o.status in ('paid', 'shipped', 'delivered')), ('order.shipped', o.status in ('shipped', 'delivered')),
    ('order.delivered', o.status = 'delivered'), ('order.cancelled', o.status = 'cancelled'), ('order.expired', o.status = 'expired')
) e (type, expected) on e.expected
-- Delivered events are kept for 30 days (lib/housekeeping/kept.ts).
where o.created_at > now() - interval '25 days' and not exists (select from outbox x where x.once_key = e.type || ':' || o.id)

union all
select 'order_event_repeated', aggregate_id, format('%s %s times', type, count(*))
from outbox where aggregate_type = 'order' and type like 'order.%' and type not in ('order.refunded', 'order.part_shipped') group by aggregate_id, type having count(*) > 1

union all
select 'more_sent_than_bought', i.order_id::text, format('%s of %s, in parcels %s, refunded before they left %s', i.quantity, i.product_sku, f.units, r.units)
from order_items i join (select order_item_id, sum(quantity) as units from fulfilment_items group by order_item_id) f on f.order_item_id = i.id
cross join lateral (select coalesce(sum(unsent), 0) as units from refund_items where order_item_id = i.id) r
where f.units + r.units > i.quantity

union all
select 'parcels_differ_from_status', o.id::text, format('%s, %s of %s sent, %s refunded before they left', o.fulfillment_status, f.sent, o.total_items, r.kept)
from orders o
cross join lateral (
  select coalesce(sum(fi.quantity), 0) as sent from fulfilments f join fulfilment_items fi on fi.fulfilment_id = f.id where f.order_id = o.id
) f
cross join lateral (
  select coalesce(sum(ri.unsent), 0) as kept from refund_items ri join order_items i on i.id = ri.order_item_id where i.order_id = o.id
) r
where o.fulfillment_status <> case when f.sent = 0 then 'unfulfilled' when f.sent + r.kept < o.total_items then 'partial' else 'fulfilled' end
  or (o.status in ('shipped', 'delivered')) <> (o.fulfillment_status = 'fulfilled')

union all
select 'order_status_not_in_history', o.id::text, o.status
from orders o where not exists (select from order_status_history h where h.order_id = o.id and h.status = o.status)

union all
select 'cart_with_two_orders', cart_id::text, format('%s orders', count(*)) from orders where cart_id is not null group by cart_id having count(*) > 1

union all
select 'ordered_cart_not_completed', c.id::text, o.order_number from orders o join carts c on c.id = o.cart_id where c.completed_at is null

-- Copies equal what they are derived from.
union all
select 'cart_totals_differ', c.id::text, format('%s items for %s, lines say %s for %s', c.cached_total_items, c.cached_subtotal_minor, i.items, i.subtotal)
from carts c
cross join lateral (
  select coalesce(sum(quantity), 0) as items, coalesce(sum(quantity * price_minor), 0) as subtotal from cart_items where cart_id = c.id
) i
where c.cached_total_items <> i.items or c.cached_subtotal_minor <> i.subtotal

union all
select 'product_price_range_differs', p.id::text, format('%s to %s, variants say %s to %s', p.price_min_minor, p.price_max_minor, v.low, v.high)
from products p
cross join lateral (
  select min(coalesce(v.price_minor, p.price_minor)) as low, max(coalesce(v.price_minor, p.price_minor)) as high
  from product_variants v where v.product_id = p.id and v.is_active
) v
where v.low is not null and (p.price_min_minor <> v.low or p.price_max_minor <> v.high)

union all
select 'product_rating_differs', p.id::text, format('%s stars in %s reviews, approved are %s in %s', p.rating_sum, p.rating_count, r.stars, r.count)
from products p
cross join lateral (select coalesce(sum(rating), 0) as stars, count(*) as count from reviews where product_id = p.id and is_approved) r
where p.rating_sum <> r.stars or p.rating_count <> r.count

union all
select 'category_copy_differs', c.product_id::text, format('in category %s', c.category_id)
from category_products c join products p on p.id = c.product_id
where c.is_active <> p.is_active or c.price_min_minor <> p.price_min_minor or c.rating_average <> p.rating_average

union all
select 'product_words_differ', p.id::text, format('search has %s, the text says %s', stored.words, derived.words)
from products p
cross join lateral (select array_agg((word, rank) order by word) as words from product_words where product_id = p.id) stored
cross join lateral (select array_agg((word, rank) order by word) as words from ranked_words_of(p.search_vector)) derived
where stored.words is distinct from derived.words

union all
select 'category_ancestor_missing', c.product_id::text, format('in category %s but not in its parent %s', c.category_id, k.parent_id)
from category_products c join categories k on k.id = c.category_id
where k.parent_id is not null
  and not exists (select from category_products a where a.product_id = c.product_id and a.category_id = k.parent_id)

union all
select 'customer_totals_differ', u.id::text,
  format('%s orders, %s spent, the last at %s; the orders say %s, %s, %s', t.orders, t.spent_minor, t.last_order_at, o.orders, o.spent, o.last_order_at)
from users u
left join customer_totals t on t.user_id = u.id
left join (
  select user_id, count(*) as orders, max(created_at) as last_order_at,
    coalesce(sum(total_minor) filter (where paid_at is not null and currency = (select currency from settings)), 0) as spent
  from orders where user_id is not null group by user_id
) o on o.user_id = u.id
where (t.orders, t.spent_minor, t.last_order_at) is distinct from (coalesce(o.orders, 0), coalesce(o.spent, 0), o.last_order_at)

union all
select 'former_slug_in_use', f.slug, format('of a %s, and one has it now', f.kind)
from former_slugs f
where case f.kind
  when 'product' then exists (select from products p where p.slug = f.slug)
  else exists (select from categories c where c.slug = f.slug)
end

-- Settings: whatever an order is worth or weighs, its way has one price, and carts are counted for a country that something is shipped to.
union all
select 'shipping_steps_not_rising', m.code, m.bands::text
from shipping_methods m
cross join lateral (
  select min((b ->> 'from')::bigint) as first, array_agg((b ->> 'from')::bigint order by n) as written, array_agg(distinct (b ->> 'from')::bigint) as rising
  from jsonb_array_elements(m.bands) with ordinality as bands (b, n)
) s
where m.rate_by <> 'order' and (s.first is distinct from 0 or s.written is distinct from s.rising)

union all
select 'nothing_is_shipped_home', s.home_country, 'no way to ship is on offer there'
from settings s
where not exists (
  select from shipping_methods m
  where m.is_active and m.zone_id is not distinct from (select c.zone_id from shipping_zone_countries c where c.country = s.home_country)
)

union all
select 'order_taxes_differ', o.id::text, format('%s of %s, its rates say %s of %s', o.tax_minor, o.subtotal_minor, t.tax, t.base)
from orders o
cross join lateral (
  select sum((p ->> 'taxMinor')::bigint) as tax, sum((p ->> 'baseMinor')::bigint) as base from jsonb_array_elements(o.totals_explanation -> 'taxes') p
) t
where o.totals_explanation ? 'taxes' and (o.tax_minor, o.subtotal_minor) is distinct from (t.tax, t.base)

union all
select 'idempotency_key_still_running', operation || ' ' || key, format('since %s', created_at)
from idempotency_keys where status = 'running' and created_at < now() - interval '5 minutes'
