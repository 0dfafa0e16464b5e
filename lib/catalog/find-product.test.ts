import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { productImages, productRecommendations, products, productVariants } from '@/db/schema/catalog'
import { productSales } from '@/db/schema/catalog-lists'
import { reviews } from '@/db/schema/reviews'
import { recordStatements } from '@/db/statements'
import { makeProducts, makeWorld } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import { type ImageId, newId } from '@/lib/core/ids'
import { viewOf } from '@/lib/view/view-of'
import { findCategory } from './find-category'
import { findProduct, findProductById, requireProduct } from './find-product'
import { listCategories } from './list-categories'
import { ProductDetail } from './schemas'

const ctx = systemCtx('test')
let world: Awaited<ReturnType<typeof makeWorld>>

beforeAll(async () => {
  world = await makeWorld()
  const { shirt, lamp, mug } = world.products
  const images = ['front', 'back'].map((hash, position) => ({ id: newId<ImageId>(), productId: shirt.id, hash, blur: 'data:', alt: hash, position }))
  await database().insert(productImages).values(images)
  await database()
    .update(productVariants)
    .set({ imageId: images[1]?.id ?? null, priceMinor: 3499 })
    .where(eq(productVariants.sku, shirt.variants[1]?.sku ?? ''))
  await database().insert(productRecommendations).values({ productId: shirt.id, recommendedProductId: lamp.id, position: 0 })
  await database()
    .insert(productSales)
    .values([{ productId: mug.id, sold: 9 }])
  await database()
    .insert(reviews)
    .values(
      Array.from({ length: 14 }, (_, n) => ({
        id: newId(),
        productId: shirt.id,
        authorName: `Reader ${n}`,
        rating: 1 + (n % 5),
        title: `Review ${n}`,
        body: 'It fits.',
        isApproved: n !== 13,
        createdAt: new Date(Date.UTC(2026, 0, 1 + n)),
      })) as (typeof reviews.$inferInsert)[],
    )
  await database().update(products).set({ ratingSum: 36, ratingCount: 13 }).where(eq(products.id, shirt.id))
})

describe('a product', () => {
  it('comes with everything its page shows, in one statement', async () => {
    const { result, statements } = await recordStatements(() => requireProduct(ctx, { slug: world.products.shirt.slug }))
    expect(statements).toHaveLength(1)
    expect(ProductDetail.parse(result)).toEqual(result)
    expect(result.variants.map((v) => [v.options.Size, v.price.amount, v.availability, v.left, v.picture_index])).toEqual([
      ['S', 2999, 'in_stock', null, null],
      ['M', 3499, 'low', 3, 1],
      ['L', 2999, 'sold_out', 0, null],
    ])
    expect(result.pictures.map((picture) => picture.alt)).toEqual(['front', 'back'])
    expect(result.breadcrumbs.map((crumb) => crumb.name)).toEqual(['Things'])
    expect(result.default_variant_id).toBeNull()
  })

  it('shows the newest ten approved reviews, and all of them in the histogram and the average (R44)', async () => {
    const product = await requireProduct(ctx, { slug: world.products.shirt.slug })
    expect(product.reviews.map((review) => review.title)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `Review ${n}`))
    expect(product.rating_histogram).toEqual([3, 3, 3, 2, 2])
    const sum = product.rating_histogram.reduce((total, count, index) => total + count * (index + 1), 0)
    expect(product.rating).toEqual({ average: Math.round((sum / 13) * 100) / 100, count: 13 })
  })

  it('recommends what was chosen, then best sellers of its category, never itself', async () => {
    const { recommendations } = await requireProduct(ctx, { slug: world.products.shirt.slug })
    expect(recommendations[0]?.id).toBe(world.products.lamp.id)
    expect(recommendations.map((card) => card.id)).not.toContain(world.products.shirt.id)
    expect(recommendations).toHaveLength(3)
  })

  it('that is not tracked never runs out', async () => {
    expect(await findProductById(ctx, world.products.voucher.id)).toMatchObject({ availability: 'in_stock', left: null })
  })

  it('that is withdrawn or unknown is nothing', async () => {
    const [gone] = await makeProducts(world.categoryId, [{ name: 'Gone', isActive: false }])
    expect(await findProduct(ctx, gone?.slug ?? '')).toBeNull()
    await expect(requireProduct(ctx, { slug: 'nothing-like-it' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('categories', () => {
  it('are one statement as a tree, and one by slug', async () => {
    const tree = await recordStatements(() => listCategories(ctx))
    expect(tree.statements).toHaveLength(1)
    const [root] = tree.result
    const one = await recordStatements(() => findCategory(ctx, root?.slug.toUpperCase() ?? ''))
    expect(one.statements).toHaveLength(1)
    expect(one.result).toMatchObject({ name: 'Things', ancestors: [], children: [], product_count: { count: 4, is_exact: true } })
    expect(await findCategory(ctx, 'nowhere')).toBeNull()
  })
})

describe('the view read', () => {
  it('is one statement, with variants for up to five products', async () => {
    const { lamp, mug, shirt, voucher } = world.products
    const { result, statements } = await recordStatements(() => viewOf(ctx, { products: [shirt.id, voucher.id] }))
    expect(statements).toHaveLength(1)
    expect(result.cart).toBeNull()
    expect(result.products.find((p) => p.id === shirt.id)).toMatchObject({
      quantity: 11,
      variants: [{ quantity: 8 }, { quantity: 3 }, { quantity: 0 }],
    })
    expect(result.products.find((p) => p.id === voucher.id)).toMatchObject({ quantity: null, availability: 'in_stock' })
    const further = (await makeProducts(world.categoryId, [{}, {}])).map(({ id }) => id)
    const many = await viewOf(ctx, { products: [lamp.id, mug.id, shirt.id, voucher.id, ...further] })
    expect(many.products).toHaveLength(6)
    expect(many.products[0]).not.toHaveProperty('variants')
  })

  it('says that a product was withdrawn, and leaves out what never was', async () => {
    const [gone] = await makeProducts(world.categoryId, [{ isActive: false }])
    const { products: seen } = await viewOf(ctx, { products: gone ? [gone.id, newId()] : [] })
    expect(seen).toMatchObject([{ id: gone?.id, is_active: false }])
  })
})
