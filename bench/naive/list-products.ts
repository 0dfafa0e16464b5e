import type postgres from 'postgres'

type Row = { id: string; name: string }

/** OFFSET for paging, the whole row with its description and search vector, and two further queries for each product (N + 1). */
export async function naiveListProducts(sql: postgres.Sql, page: number, pageSize = 20): Promise<unknown[]> {
  const rows = await sql<Row[]>`select * from products where is_active order by created_at desc limit ${pageSize} offset ${(page - 1) * pageSize}`
  const cards: unknown[] = []
  for (const row of rows) {
    const images = await sql`select * from product_images where product_id = ${row.id} order by position`
    const reviews = await sql<{ rating: number }[]>`select * from reviews where product_id = ${row.id} and is_approved`
    cards.push({ ...row, images, rating: reviews.reduce((sum, review) => sum + review.rating, 0) / Math.max(1, reviews.length) })
  }
  return cards
}
