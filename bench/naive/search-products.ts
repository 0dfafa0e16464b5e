import type postgres from 'postgres'

/** Case-insensitive LIKE over name and description. */
export async function naiveSearchProducts(sql: postgres.Sql, words: string): Promise<readonly unknown[]> {
  const pattern = `%${words}%`
  return sql`select id, name, price_minor from products
    where is_active and (name ilike ${pattern} or description ilike ${pattern} or sku ilike ${pattern}) order by created_at desc limit 20`
}
