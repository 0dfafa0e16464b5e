import type postgres from 'postgres'

/** So many were filled and left, over so many days; guests' carts older than ninety days are forgotten anyway. */
const LEFT = 420
const DAYS = 80

/**
 * The carts that the demo's orders came from, and some that somebody left behind, every seventh with an address; nobody agreed to mails, so
 * nobody is reminded. What is there stays as it is.
 */
export async function loadDemoCarts(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      with came as (
        select o.id as order_id, gen_random_uuid() as id, o.user_id, o.email, o.currency, o.order_date,
          o.order_date - make_interval(mins => 3 + abs(hashtext(o.id::text)) % 90) as begun
        from orders o where o.cart_id is null
      ), made as (
        insert into carts (id, user_id, session_key, currency, email, created_at, updated_at, completed_at)
        select id, user_id, case when user_id is null then 'demo:' || id end, currency, email, begun, order_date, order_date from came
      )
      update orders o set cart_id = came.id from came where o.id = came.order_id`
    const [{ isThere } = { isThere: true }] = await tx<
      { isThere: boolean }[]
    >`select exists (select from carts where session_key like 'demo:left:%') as "isThere"`
    if (isThere) return
    await tx`
      with choice as (
        select v.id, v.product_id, coalesce(v.price_minor, p.price_minor) as price, row_number() over (order by md5(v.id::text)) as n, count(*) over () as of
        from product_variants v join products p on p.id = v.product_id where v.is_active and p.is_active
      ), turn as (
        select n, gen_random_uuid() as id, 1 + n % 3 as quantity, now() - interval '70 minutes' - n * make_interval(days => ${DAYS}::int) / ${LEFT}::int as at
        from generate_series(0, ${LEFT - 1}::int) as n
      ), line as (
        select t.n, t.id, t.quantity, t.at, c.id as variant_id, c.product_id, c.price from turn t join choice c on c.n = 1 + t.n * 7 % c.of
      ), made as (
        insert into carts (id, session_key, currency, email, cached_total_items, cached_subtotal_minor, created_at, updated_at)
        select l.id, 'demo:left:' || l.n, s.currency, case when l.n % 7 = 3 then 'guest' || l.n || '@customers.example' end,
          l.quantity, l.quantity * l.price, l.at - interval '12 minutes', l.at
        from line l cross join settings s returning id
      )
      insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor, created_at, updated_at)
      select gen_random_uuid(), l.id, l.product_id, l.variant_id, l.quantity, l.price, l.at, l.at from line l join made on made.id = l.id`
  })
}
