-- Counts a customer anew, under the lock of their row, so that of two purchases at once the second sees the first. Adding differences
-- instead made ten thousand orders of one person in one transaction ten thousand versions of one row.
create function recount_customer(who uuid) returns void language plpgsql as $$
begin
  perform from customer_totals where user_id = who for update;
  update customer_totals t set orders = n.orders, spent_minor = n.spent, last_order_at = n.last_order_at
  from (
    select count(*)::int as orders, max(o.created_at) as last_order_at,
      coalesce(sum(o.total_minor) filter (where o.paid_at is not null and o.currency = (select currency from settings)), 0) as spent
    from orders o where o.user_id = who
  ) n
  where t.user_id = who and (t.orders, t.spent_minor, t.last_order_at) is distinct from (n.orders, n.spent, n.last_order_at);
end
$$;
--> statement-breakpoint
-- It runs at the commit, when nothing of the transaction is still to come: who was just counted is not counted again.
create or replace function count_order_for_customer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.user_id is not null and (tg_op = 'DELETE' or old.user_id is distinct from new.user_id) then
    perform recount_customer(old.user_id);
  end if;
  if tg_op <> 'DELETE' and new.user_id is not null and new.user_id::text is distinct from current_setting('highstreet.counted_customer', true) then
    perform recount_customer(new.user_id);
    perform set_config('highstreet.counted_customer', new.user_id::text, true);
  end if;
  return null;
end
$$;
--> statement-breakpoint
drop function add_to_customer_totals(uuid, integer, bigint, timestamptz);
--> statement-breakpoint
drop function spent_on(orders);
