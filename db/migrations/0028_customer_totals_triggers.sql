create function spent_on(o orders) returns bigint language sql stable as $$
  select case when o.paid_at is not null and o.currency = (select currency from settings) then o.total_minor else 0 end
$$;
--> statement-breakpoint
create function add_to_customer_totals(who uuid, more_orders integer, more_spent bigint, ordered_at timestamptz) returns void language sql as $$
  insert into customer_totals as t (user_id, orders, spent_minor, last_order_at) values (who, more_orders, more_spent, ordered_at)
  on conflict (user_id) do update set orders = t.orders + excluded.orders, spent_minor = t.spent_minor + excluded.spent_minor,
    last_order_at = greatest(t.last_order_at, excluded.last_order_at)
$$;
--> statement-breakpoint
create function count_order_for_customer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.user_id = old.user_id and new.created_at = old.created_at then
    perform add_to_customer_totals(new.user_id, 0, spent_on(new) - spent_on(old), null);
    return null;
  end if;
  if tg_op <> 'INSERT' and old.user_id is not null then
    perform add_to_customer_totals(old.user_id, -1, -spent_on(old), null);
    update customer_totals set last_order_at = (select max(o.created_at) from orders o where o.user_id = old.user_id) where user_id = old.user_id;
  end if;
  if tg_op <> 'DELETE' and new.user_id is not null then
    perform add_to_customer_totals(new.user_id, 1, spent_on(new), new.created_at);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function begin_customer_totals() returns trigger language plpgsql as $$
begin
  insert into customer_totals (user_id) select f.id from fresh f on conflict (user_id) do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger users_totals after insert on users referencing new table as fresh for each statement execute function begin_customer_totals();
--> statement-breakpoint
create constraint trigger orders_totals_added after insert on orders deferrable initially deferred
  for each row when (new.user_id is not null) execute function count_order_for_customer();
--> statement-breakpoint
create constraint trigger orders_totals_changed after update of user_id, paid_at, total_minor, currency, created_at on orders deferrable initially deferred
  for each row when ((old.user_id, old.paid_at is null, old.total_minor, old.currency, old.created_at)
    is distinct from (new.user_id, new.paid_at is null, new.total_minor, new.currency, new.created_at)) execute function count_order_for_customer();
--> statement-breakpoint
create constraint trigger orders_totals_removed after delete on orders deferrable initially deferred
  for each row when (old.user_id is not null) execute function count_order_for_customer();
--> statement-breakpoint
insert into customer_totals (user_id, orders, spent_minor, last_order_at)
select u.id, count(o.id)::int, coalesce(sum(spent_on(o)) filter (where o.id is not null), 0), max(o.created_at)
from users u left join orders o on o.user_id = u.id group by u.id;
