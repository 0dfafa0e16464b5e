-- As `ts_rank_cd` counts a word alone: once for each place at which it stands, by weight. SKUs do not count.
create function ranked_words_of(vector tsvector) returns table (word text, rank real) language sql immutable strict as $$
  select lexeme, (select sum(case weight when 'A' then 1.0 when 'B' then 0.4 else 0 end) from unnest(weights) weight)::real
  from unnest(vector) where 'A' = any (weights)
$$;
--> statement-breakpoint
create function rank_words_of_new_products() returns trigger language plpgsql as $$
begin
  insert into product_words (product_id, word, rank) select f.id, w.word, w.rank from fresh f, ranked_words_of(f.search_vector) w;
  return null;
end
$$;
--> statement-breakpoint
create function rank_words_of_changed_product() returns trigger language plpgsql as $$
begin
  delete from product_words where product_id = new.id;
  insert into product_words (product_id, word, rank) select new.id, w.word, w.rank from ranked_words_of(new.search_vector) w;
  return null;
end
$$;
--> statement-breakpoint
create trigger products_ranked_words after insert on products
  referencing new table as fresh for each statement execute function rank_words_of_new_products();
--> statement-breakpoint
create trigger products_ranked_words_changed after update of name, description on products
  for each row when (old.name is distinct from new.name or old.description is distinct from new.description)
  execute function rank_words_of_changed_product();
--> statement-breakpoint
insert into product_words (product_id, word, rank) select p.id, w.word, w.rank from products p, ranked_words_of(p.search_vector) w;
