import type { DomainEvent, ProductRef } from './events'
import type { CategoryId, ProductId, UserId } from './ids'

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
  /** What is listed, found or counted over all products: any change of any of them. A cart or an order is none. */
  products: 'products_list',
  settings: 'settings',
  /** What is one person's: no shared answer carries it. */
  customer: (id: UserId) => `customer:${id}`,
  /** Counts over all people. */
  customers: 'customers',
  /** Takes everything down, in every instance and whatever its tags. */
  everything: 'everything',
  /** Not an answer, but what every instance keeps in its memory: which addresses get none. */
  blockedAddresses: 'blocked_addresses',
  /** The same: how often anybody may ask. */
  requestLimits: 'request_limits',
} as const

/** What shows the product, and lists that may be narrowed to what is in stock. */
const stockTags = (ref: ProductRef): string[] => [
  tags.product(ref.productId),
  tags.productDetail(ref.slug),
  ...ref.categoryIds.map(tags.category),
  tags.products,
]

/** The shelves of the home page too: the product may now enter or leave them. What a shelf shows carries the product's own tag. */
const productTags = (ref: ProductRef): string[] => [...stockTags(ref), tags.productsPage1, ...(ref.isFeatured ? [tags.featured] : [])]

/** What a list, a search or their counts depend on: what they show, and what could newly enter. */
export const listTags = (): string[] => [tags.settings, tags.categoriesRoot, tags.products]

/** What everything about one product depends on. */
export const productDetailTags = (product: {
  id: ProductId
  slug: string
  breadcrumbs: { id: CategoryId }[]
  recommendations: { id: ProductId }[]
}): string[] => [
  tags.settings,
  tags.productDetail(product.slug),
  ...product.breadcrumbs.map(({ id }) => tags.categoryName(id)),
  ...[product, ...product.recommendations].map(({ id }) => tags.product(id)),
]

/** Which shared answers fall because of an event: the only place that decides it. One shopper's cart or order touches none. */
export function tagsFor(event: DomainEvent): string[] {
  switch (event.type) {
    case 'stock.band_changed':
      return stockTags(event)
    case 'product.changed':
    case 'price.changed':
    case 'review.approved':
    case 'review.changed':
    case 'review.removed':
      return productTags(event)
    case 'category.changed':
      return [tags.categoriesRoot, tags.categoryName(event.categoryId), tags.category(event.categoryId), ...event.ancestorIds.map(tags.category)]
    case 'customer.changed':
      return [tags.customer(event.userId), tags.customers]
    case 'settings.changed':
      return [tags.settings]
    case 'limits.changed':
      return [tags.requestLimits]
    case 'cache.cleared':
      return event.tags ?? [tags.everything, tags.settings]
    default:
      return []
  }
}
