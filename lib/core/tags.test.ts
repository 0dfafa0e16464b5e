import { expect, test } from 'vitest'
import { type CategoryId, newId, type ProductId } from './ids'
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
