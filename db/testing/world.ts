import { database } from '@/db/client'
import { categories, productStock, products, productVariants } from '@/db/schema/catalog'
import { categoryProducts } from '@/db/schema/catalog-lists'
import { users } from '@/db/schema/customers'
import { inventoryLevels, inventoryMovements } from '@/db/schema/inventory'
import { type CategoryId, newId, type ProductId, type UserId, type VariantId } from '@/lib/core/ids'

export type WorldVariant = { id: VariantId; sku: string; stock: number; title: string }
export type WorldProduct = { id: ProductId; slug: string; name: string; priceMinor: number; variants: WorldVariant[]; variantId: VariantId }

export type ProductWishes = {
  name?: string
  priceMinor?: number
  /** Units of each variant; one number makes a product without options. */
  stock?: number | number[]
  isTracked?: boolean
  isActive?: boolean
  isFeatured?: boolean
}

let count = 0

/** A shop small enough to know by heart. Call it once per test file; make further products where a test needs its own stock. */
export async function makeWorld() {
  const categoryId = await makeCategory()
  const [lamp, mug, shirt, voucher] = await makeProducts(categoryId, [
    { name: 'Lamp', priceMinor: 4900, stock: 100, isFeatured: true },
    { name: 'Mug', priceMinor: 1250, stock: 10 },
    { name: 'Shirt', priceMinor: 2999, stock: [8, 3, 0] },
    { name: 'Voucher', priceMinor: 2500, stock: 0, isTracked: false },
  ])
  if (!lamp || !mug || !shirt || !voucher) throw new Error('The world is incomplete')
  return { categoryId, products: { lamp, mug, shirt, voucher } }
}

export async function makeCategory(): Promise<CategoryId> {
  const id = newId<CategoryId>()
  await database()
    .insert(categories)
    .values({ id, name: 'Things', slug: `things-${id}` })
  return id
}

export async function makeProduct(categoryId: CategoryId, wishes: ProductWishes = {}): Promise<WorldProduct> {
  const [product] = await makeProducts(categoryId, [wishes])
  if (!product) throw new Error('No product was made')
  return product
}

/** Straight into the tables, with levels, movements and every denormalised column in step. */
export async function makeProducts(categoryId: CategoryId, wishes: ProductWishes[]): Promise<WorldProduct[]> {
  const made = wishes.map(planProduct)
  const db = database()
  await db.insert(products).values(
    made.map(({ product, wish }) => ({
      id: product.id,
      slug: product.slug,
      name: product.name,
      sku: product.slug.toUpperCase(),
      primaryCategoryId: categoryId,
      priceMinor: product.priceMinor,
      priceMinMinor: product.priceMinor,
      priceMaxMinor: product.priceMinor,
      isFeatured: wish.isFeatured ?? false,
      isActive: wish.isActive ?? true,
      trackInventory: wish.isTracked ?? true,
      skuText: [product.slug.toUpperCase(), ...product.variants.map((variant) => variant.sku)].join(' '),
      facetValues: product.variants.length > 1 ? product.variants.map((variant) => `Size=${variant.title}`) : [],
      options: product.variants.length > 1 ? [{ name: 'Size', values: product.variants.map((variant) => variant.title) }] : [],
    })),
  )
  await db.insert(categoryProducts).values(
    made.map(({ product, wish }) => ({
      categoryId,
      productId: product.id,
      isDirect: true,
      isActive: wish.isActive ?? true,
      priceMinMinor: product.priceMinor,
    })),
  )
  await db.insert(productVariants).values(
    made.flatMap(({ product }) =>
      product.variants.map((variant, position) => ({
        id: variant.id,
        productId: product.id,
        sku: variant.sku,
        position,
        attributes: attributesOf(variant),
      })),
    ),
  )
  await stockThem(made)
  return made.map(({ product }) => product)
}

const attributesOf = ({ title }: WorldVariant): Record<string, string> => (title ? { Size: title } : {})

type Planned = { product: WorldProduct; wish: ProductWishes }

async function stockThem(made: Planned[]): Promise<void> {
  const db = database()
  await db.insert(productStock).values(
    made.map(({ product, wish }) => ({
      productId: product.id,
      isActive: wish.isActive ?? true,
      quantity: (wish.isTracked ?? true) ? product.variants.reduce((sum, variant) => sum + variant.stock, 0) : 0,
    })),
  )
  const tracked = made.filter(({ wish }) => wish.isTracked ?? true)
  const levels = tracked.flatMap(({ product }) =>
    product.variants.map((variant) => ({ variantId: variant.id, productId: product.id, onHand: variant.stock })),
  )
  if (levels.length > 0) await db.insert(inventoryLevels).values(levels)
  const received = levels.filter((level) => level.onHand > 0)
  if (received.length > 0) {
    await db.insert(inventoryMovements).values(
      received.map((level) => ({
        id: newId(),
        variantId: level.variantId,
        kind: 'received' as const,
        onHandDelta: level.onHand,
        reservedDelta: 0,
        actor: 'system:test',
      })),
    )
  }
}

const sizes = ['S', 'M', 'L', 'XL']

function planProduct(wish: ProductWishes): Planned {
  count++
  const name = wish.name ?? `Thing ${count}`
  const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${count}`
  const stock = Array.isArray(wish.stock) ? wish.stock : [wish.stock ?? 100]
  const variants = stock.map((units, index) => ({
    id: newId<VariantId>(),
    sku: `${slug.toUpperCase()}-${index + 1}`,
    stock: units,
    title: stock.length > 1 ? (sizes[index] ?? `${index}`) : '',
  }))
  const [first] = variants
  if (!first) throw new Error('A product needs a variant')
  return { product: { id: newId(), slug, name, priceMinor: wish.priceMinor ?? 1000, variants, variantId: first.id }, wish }
}

export async function makeUser(): Promise<UserId> {
  const id = newId<UserId>()
  await database()
    .insert(users)
    .values({ id, name: 'Test Person', email: `${id}@example.com` })
  return id
}
