import type { DomainEvent, ProductRef } from './events'
import type { CategoryId, ProductId } from './ids'

/** Names of cache tags, in one place. They are stored in clear text: ids and slugs only. */
export const tags = {
  product: (id: ProductId) => `product:${id}`,
  productDetail: (slug: string) => `product_detail_${slug}`,
  /** A category's page: itself and what is listed in it. */
  category: (id: CategoryId) => `category:${id}`,
  /** A category as a breadcrumb elsewhere: what is listed in it does not matter there. */
  categoryName: (id: CategoryId) => `category_name:${id}`,
  categoriesRoot: 'categories_list_root',
  featured: 'featured_products',
  productsPage1: 'products_list_page_1',
  settings: 'settings',
} as const

const productTags = (ref: ProductRef): string[] => [
  tags.product(ref.productId),
  tags.productDetail(ref.slug),
  ...ref.categoryIds.map(tags.category),
  tags.productsPage1,
  ...(ref.isFeatured ? [tags.featured] : []),
]

/** Which shared answers fall because of an event: the only place that decides it. One shopper's cart or order touches none. */
export function tagsFor(event: DomainEvent): string[] {
  switch (event.type) {
    case 'product.changed':
    case 'price.changed':
    case 'stock.band_changed':
    case 'review.approved':
    case 'review.removed':
      return productTags(event)
    case 'category.changed':
      return [tags.categoriesRoot, tags.categoryName(event.categoryId), tags.category(event.categoryId), ...event.ancestorIds.map(tags.category)]
    case 'settings.changed':
      return [tags.settings]
    default:
      return []
  }
}
