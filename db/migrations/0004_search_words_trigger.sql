create function words_of(name text) returns setof text language sql immutable strict as $$
  select distinct w from regexp_split_to_table(lower(name), '[^a-z\u0080-\uffff]+') w where length(w) between 3 and 40
$$;
--> statement-breakpoint
-- Sorted, so that two transactions with the same new words take their locks in the same order.
create function collect_words_of_new_products() returns trigger language plpgsql as $$
begin
  insert into search_words (word) select distinct w from fresh, words_of(fresh.name) w order by w on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create function collect_words_of_renamed_product() returns trigger language plpgsql as $$
begin
  insert into search_words (word) select w from words_of(new.name) w order by w on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger products_search_words after insert on products
  referencing new table as fresh for each statement execute function collect_words_of_new_products();
--> statement-breakpoint
create trigger products_search_words_renamed after update of name on products
  for each row when (old.name is distinct from new.name) execute function collect_words_of_renamed_product();
--> statement-breakpoint
insert into search_words (word) select distinct w from products, words_of(products.name) w order by w on conflict do nothing;
