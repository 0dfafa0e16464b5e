import { expect, test } from 'vitest'
import { type CategoryId, newId, type ProductId, type ReviewId, type UserId } from './ids'
import { tags, tagsFor } from './tags'

const categoryId = newId<CategoryId>()
const parentId = newId<CategoryId>()
const product = { productId: newId<ProductId>(), slug: 'lamp', categoryIds: [categoryId, parentId], isFeatured: false }

test('a product that changes takes down its own page and its lists, but not what only names its categories: the pages of all their other products', () => {
  const fell = tagsFor({ type: 'stock.band_changed', before: 6, after: 5, ...product })
  expect(fell).toEqual(expect.arrayContaining([tags.product(product.productId), tags.productDetail('lamp'), tags.category(parentId)]))
  expect(fell).not.toContain(tags.categoryName(categoryId))
  expect(fell).not.toContain(tags.categoryName(parentId))
})

test('a product that sells out leaves the home page alone unless it is shown there: that page carries the tags of what it shows', () => {
  const fell = tagsFor({ type: 'stock.band_changed', before: 1, after: 0, ...product, isFeatured: true })
  expect(fell).not.toContain(tags.productsPage1)
  expect(fell).not.toContain(tags.featured)
  expect(tagsFor({ type: 'price.changed', ...product, isFeatured: true })).toEqual(expect.arrayContaining([tags.productsPage1, tags.featured]))
})

test('a category that changes takes down every page that names it, and the pages of its ancestors, which list it', () => {
  const fell = tagsFor({ type: 'category.changed', categoryId, ancestorIds: [parentId] })
  expect(fell).toEqual(
    expect.arrayContaining([tags.categoryName(categoryId), tags.category(categoryId), tags.category(parentId), tags.categoriesRoot]),
  )
  expect(fell).not.toContain(tags.categoryName(parentId))
})

test('R102, R103: what the patterns of the requirements clear has its tag, and a new review clears the detail and the first page of the list', () => {
  const featured = { ...product, isFeatured: true }
  expect(tagsFor({ type: 'product.changed', ...featured })).toEqual(
    expect.arrayContaining(['products_list', `product:${product.productId}`, 'featured_products']),
  )
  const review = { type: 'review.approved', reviewId: newId<ReviewId>(), authorId: null, by: 'shop', ...product } as const
  expect(tagsFor(review)).toEqual(expect.arrayContaining(['product_detail_lamp', 'products_list_page_1']))
})

test("a person who changes takes down what is kept of that person and counts of people, nothing of anybody else's and no page", () => {
  const userId = newId<UserId>()
  expect(tagsFor({ type: 'customer.changed', userId })).toEqual([`customer:${userId}`, 'customers'])
})
