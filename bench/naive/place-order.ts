import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'

/** One order, row by row: each line reads its variant and stock, checks it in the application, writes the line, then writes the stock back. */
export async function naivePlaceOrder(sql: postgres.Sql, lines: { variantId: string; quantity: number }[]): Promise<string> {
  return sql.begin(async (tx) => {
    const orderId = randomUUID()
    const address = { fullName: 'A', line1: 'B', line2: null, city: 'C', region: null, postalCode: null, country: 'US', phone: null }
    const explanation = { taxRatePpm: 100000, taxName: 'Tax', shippingName: 'Standard', minDays: 1, maxDays: 2 }
    await tx`insert into orders (id, order_number, email, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, total_items, shipping_address,
      billing_address, shipping_method_code, totals_explanation, reserved_until)
      values (${orderId}, ${`NAIVE-${orderId}`}, 'bench@example.com', 'USD', 0, 0, 0, 0, 0, ${sql.json(address)}, ${sql.json(address)}, 'standard',
        ${sql.json(explanation)}, now() + interval '30 minutes')`
    let subtotal = 0
    for (const [position, { variantId, quantity }] of lines.entries()) {
      const [variant] = await tx<
        { product_id: string; sku: string; price_minor: string | null }[]
      >`select * from product_variants where id = ${variantId}`
      const [product] = await tx<
        { name: string; slug: string; price_minor: string }[]
      >`select * from products where id = ${variant?.product_id ?? ''}`
      const [level] = await tx<{ on_hand: number }[]>`select * from inventory_levels where variant_id = ${variantId} for update`
      if (!variant || !product || !level || level.on_hand < quantity) throw new Error('out of stock')
      const price = Number(variant.price_minor ?? product.price_minor)
      await tx`insert into order_items (id, order_id, product_id, variant_id, product_name, product_sku, product_slug, price_minor, quantity, tax_minor, position)
        values (${randomUUID()}, ${orderId}, ${variant.product_id}, ${variantId}, ${product.name}, ${variant.sku}, ${product.slug}, ${price}, ${quantity}, 0, ${position})`
      await tx`update inventory_levels set on_hand = ${level.on_hand - quantity} where variant_id = ${variantId}`
      subtotal += price * quantity
      await tx`update orders set subtotal_minor = ${subtotal}, total_minor = ${subtotal}, total_items = total_items + ${quantity} where id = ${orderId}`
    }
    return orderId
  })
}
