import { type SQL, sql } from 'drizzle-orm'
import { cardColumns, cardTables } from './cards'

/** Fewer than this many recommendations are filled up with best sellers of the same category. */
const AT_LEAST = 4
const AT_MOST = 8

/** Cards recommended beside the product `p` of the statement around it, as a JSON list of `CardRow`: the chosen ones in their order, then best sellers. */
export const recommendationsJson: SQL = sql`(
  with chosen as (
    select r.recommended_product_id as id, 0 as source, r.position as place
    from product_recommendations r join products o on o.id = r.recommended_product_id
    where r.product_id = p.id and o.is_active order by r.position, r.recommended_product_id limit ${sql.raw(String(AT_MOST))}
  ), best as (
    select b.product_id as id, 1 as source, (row_number() over (order by b.sold desc, b.product_id desc))::int as place
    from category_products b
    where b.category_id = p.primary_category_id and b.is_active and b.product_id <> p.id and b.product_id not in (select id from chosen)
    order by b.sold desc, b.product_id desc limit ${sql.raw(String(AT_LEAST))}
  ), picked as (
    select * from chosen union all select * from best order by source, place
    limit greatest(${sql.raw(String(AT_LEAST))}, (select count(*) from chosen))
  )
  select json_agg(row_to_json(card) order by card.source, card.place) from (
    select ${cardColumns}, picked.source, picked.place from picked join (${cardTables}) on p.id = picked.id
  ) card)`
