with parcels as (
  insert into fulfilments (id, order_id, delivered_at, created_by, created_at, updated_at)
  select gen_random_uuid(), o.id, (select max(h.created_at) from order_status_history h where h.order_id = o.id and h.status = 'delivered'),
    coalesce((select h.created_by from order_status_history h where h.order_id = o.id and h.status = 'shipped' limit 1), 'system:migration'),
    coalesce((select max(h.created_at) from order_status_history h where h.order_id = o.id and h.status = 'shipped'), o.updated_at), now()
  from orders o where o.status in ('shipped', 'delivered')
  returning id, order_id
)
insert into fulfilment_items (id, fulfilment_id, order_item_id, quantity)
select gen_random_uuid(), p.id, i.id, i.quantity from parcels p join order_items i on i.order_id = p.order_id;
