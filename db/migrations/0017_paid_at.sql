-- The first line of an order's history that says so is the moment at which it became paid.
update orders o set paid_at = h.at
from (select order_id, min(created_at) as at from order_status_history where status = 'paid' group by order_id) h
where h.order_id = o.id and o.paid_at is null;
--> statement-breakpoint
update refunds set is_surplus = true where reason in ('The order was already paid.', 'The items were no longer available.');
