create function keep_former_slug() returns trigger language plpgsql as $$
declare
  owner_kind constant text := case tg_table_name when 'products' then 'product' else 'category' end;
begin
  delete from former_slugs where kind = owner_kind and slug = new.slug;
  insert into former_slugs (kind, slug, product_id, category_id)
  values (owner_kind, old.slug, case owner_kind when 'product' then new.id end, case owner_kind when 'category' then new.id end)
  on conflict (kind, slug) do update set product_id = excluded.product_id, category_id = excluded.category_id, created_at = excluded.created_at;
  return null;
end
$$;
--> statement-breakpoint
create function take_former_slugs() returns trigger language plpgsql as $$
begin
  delete from former_slugs f using fresh n
  where f.kind = case tg_table_name when 'products' then 'product' else 'category' end and f.slug = n.slug;
  return null;
end
$$;
--> statement-breakpoint
create trigger products_former_slug after update of slug on products
  for each row when (old.slug is distinct from new.slug) execute function keep_former_slug();
--> statement-breakpoint
create trigger categories_former_slug after update of slug on categories
  for each row when (old.slug is distinct from new.slug) execute function keep_former_slug();
--> statement-breakpoint
create trigger products_take_slug after insert on products
  referencing new table as fresh for each statement execute function take_former_slugs();
--> statement-breakpoint
create trigger categories_take_slug after insert on categories
  referencing new table as fresh for each statement execute function take_former_slugs();
