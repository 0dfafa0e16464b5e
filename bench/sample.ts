import postgres from 'postgres'

export type Sample = Awaited<ReturnType<typeof sampleOf>>

/** Products, categories and variants of a catalogue that are asked for: the same in each run. */
export async function sampleOf(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  const products = await sql<{ slug: string }[]>`select slug from products where is_active order by md5(id::text) limit 200`
  const categories = await sql<
    { slug: string }[]
  >`select c.slug from categories c where not exists (select from categories k where k.parent_id = c.id) order by slug limit 20`
  const variants = await sql<{ id: string }[]>`select variant_id as id from inventory_levels where on_hand >= 1000000`
  await sql.end()
  return { products: products.map((row) => row.slug), categories: categories.map((row) => row.slug), variants: variants.map((row) => row.id) }
}
