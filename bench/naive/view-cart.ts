import type postgres from 'postgres'

/** Cart totals summed line by line, each line with its own queries for variant, product and picture. */
export async function naiveViewCart(sql: postgres.Sql, cartId: string): Promise<number> {
  await sql`select * from carts where id = ${cartId}`
  const items = await sql<{ variant_id: string; product_id: string; quantity: number }[]>`select * from cart_items where cart_id = ${cartId}`
  let subtotal = 0
  for (const item of items) {
    const [variant] = await sql<{ price_minor: string | null }[]>`select * from product_variants where id = ${item.variant_id}`
    const [product] = await sql<{ price_minor: string }[]>`select * from products where id = ${item.product_id}`
    await sql`select * from product_images where product_id = ${item.product_id} and is_main`
    subtotal += Number(variant?.price_minor ?? product?.price_minor ?? 0) * item.quantity
  }
  return subtotal
}
