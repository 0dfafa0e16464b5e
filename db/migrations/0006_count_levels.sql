update inventory_levels l set is_counted = false
from product_variants v join products p on p.id = v.product_id where v.id = l.variant_id and not (v.is_active and p.track_inventory);
--> statement-breakpoint
update product_stock s set quantity = a.available
from products p cross join lateral (
  select coalesce(sum(l.on_hand - l.reserved), 0)::int as available from inventory_levels l where l.product_id = p.id and l.is_counted
) a
where s.product_id = p.id and s.quantity <> a.available;
