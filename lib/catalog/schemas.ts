import { z } from 'zod'
import { CategoryId, ProductId, VariantId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { decimalNumber, wholeNumber } from '@/lib/core/numbers'

/** A picture as the browser needs it: WebP at 320, 640 and 1080 px, and a tiny blurred data URL until it is there. */
export const Picture = z.object({ src: z.string(), srcset: z.string(), blur: z.string(), alt: z.string() })
export type Picture = z.infer<typeof Picture>

export const Availability = z.enum(['in_stock', 'low', 'sold_out'])
export const Rating = z.object({ average: z.number(), count: z.number().int() })

/** A product in a list. `left` is a number only from five units down, so that shared pages change with the band alone. */
export const ProductCard = z.object({
  id: ProductId,
  slug: z.string(),
  name: z.string(),
  price: Money,
  /** The highest price of an active variant; equal to `price` when all cost the same. */
  price_max: Money,
  compare_price: Money.nullable(),
  is_featured: z.boolean(),
  category_id: CategoryId,
  availability: Availability,
  left: z.number().int().nullable(),
  rating: Rating,
  picture: Picture.nullable(),
  picture_hover: Picture.nullable(),
  /** The variant that "add to cart" can take at once; null when the shopper has to choose. */
  default_variant_id: VariantId.nullable(),
  version: z.number().int(),
})
export type ProductCard = z.infer<typeof ProductCard>

export const Variant = z.object({
  id: VariantId,
  sku: z.string(),
  /** Option values by option name; empty for the only variant of a product without options. */
  options: z.record(z.string(), z.string()),
  price: Money,
  compare_price: Money.nullable(),
  availability: Availability,
  left: z.number().int().nullable(),
  /** Position in the product's `pictures`; null when the variant has none of its own. */
  picture_index: z.number().int().nullable(),
})
export type Variant = z.infer<typeof Variant>

export const ReviewView = z.object({
  id: z.string(),
  rating: z.number().int(),
  title: z.string(),
  body: z.string(),
  /** First name and initial; never more of who wrote it. */
  author: z.string(),
  /** Written by somebody who bought the product here. */
  is_verified_buyer: z.boolean(),
  created_at: z.string(),
})
export type ReviewView = z.infer<typeof ReviewView>

const Breadcrumb = z.object({ id: CategoryId, slug: z.string(), name: z.string() })

export const ProductDetail = ProductCard.extend({
  sku: z.string(),
  /** Markdown: paragraphs, emphasis, lists, links. HTML in it is text. */
  description: z.string(),
  attributes: z.record(z.string(), z.string()),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(Variant),
  pictures: z.array(Picture),
  /** From the department down to the primary category. */
  breadcrumbs: z.array(Breadcrumb),
  /** The newest ten approved reviews, and how many there are of each rating: index 0 is one star. */
  reviews: z.array(ReviewView),
  rating_histogram: z.array(z.number().int()).length(5),
  recommendations: z.array(ProductCard),
  /** What search engines are told instead of name and description; empty where these do. */
  seo_title: z.string(),
  seo_description: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
})
export type ProductDetail = z.infer<typeof ProductDetail>

export type CategoryNode = {
  id: CategoryId
  slug: string
  name: string
  description: string
  picture: Picture | null
  children: CategoryNode[]
}
export const CategoryNode: z.ZodType<CategoryNode> = z.object({
  id: CategoryId,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  picture: Picture.nullable(),
  get children() {
    return z.array(CategoryNode)
  },
})

/** A category with the way up to its department, its active children, and how many products it has (counting stops at 500). */
export const CategoryDetail = z.object({
  id: CategoryId,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  picture: Picture.nullable(),
  ancestors: z.array(Breadcrumb),
  children: z.array(z.object({ id: CategoryId, slug: z.string(), name: z.string(), picture: Picture.nullable() })),
  product_count: z.object({ count: z.number().int(), is_exact: z.boolean() }),
  /** How its page is ordered when nobody says otherwise: as the merchant put it in order, or the newest first. */
  default_sort: z.enum(['arranged', 'newest']),
})
export type CategoryDetail = z.infer<typeof CategoryDetail>

/** `arranged`: in a category as the merchant put it in order and then the newest first; elsewhere the newest first. */
const productSorts = ['arranged', 'newest', 'price', '-price', 'rating', 'best_selling', 'relevance'] as const
export const ProductSort = z.enum(productSorts)
export type ProductSort = z.infer<typeof ProductSort>

/** A query parameter that may be given once or repeatedly. */
const repeated = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).max(max).optional())

const flag = z.preprocess(
  (value) =>
    value === undefined
      ? undefined
      : ['1', 'true', 'True', 'on', true].includes(value as string)
        ? true
        : ['0', 'false', 'False', false].includes(value as string)
          ? false
          : value,
  z.boolean().optional(),
)

const minorUnits = wholeNumber(0, 1_000_000_000_000)

/** What narrows a list or a search. Prices are minor units. Filters combine (R51). */
export const ProductFilters = z.object({
  /** Category slug, in any case; its descendants are included. */
  category: z.string().trim().toLowerCase().max(200).optional(),
  /** Part of the name, in any case. */
  name: z.string().trim().max(200).optional(),
  /** Words as typed by a person: websearch syntax, typos forgiven. */
  search: z.string().trim().max(200).optional().describe('Words as people type them. `q` means the same.'),
  q: z.string().trim().max(200).optional().describe('The same as `search`, which wins.'),
  price_min: minorUnits.optional(),
  price_max: minorUnits.optional(),
  in_stock: flag,
  rating_min: decimalNumber(0, 5).optional(),
  featured: flag,
  /** `Colour=Red`; several values of one name are alternatives, several names all have to hold. */
  facet: repeated(
    z
      .string()
      .max(200)
      .regex(/^[^=]+=.+$/, 'Write a facet as Name=Value.'),
    20,
  ),
})
export type ProductFilters = z.infer<typeof ProductFilters>

export const ListProducts = ProductFilters.extend({
  sort: ProductSort.optional(),
  cursor: z.string().max(1000).optional(),
  page: wholeNumber(1, 500).optional(),
  page_size: wholeNumber(1, 100).prefault(20),
})
export type ListProducts = z.infer<typeof ListProducts>

export const SearchProducts = ListProducts.extend({
  q: z.string().trim().max(200).default('').describe('Words as people type them. `search` means the same.'),
  search: z.string().trim().max(200).optional().describe('The same as `q`, which wins.'),
})
export type SearchProducts = z.infer<typeof SearchProducts>

/** A page of a list. `page`, `page_size`, `total` and `total_is_exact` are there when `page` was asked for; `total` stops at 10,000. */
export const ProductPage = z.object({
  data: z.array(ProductCard),
  next_cursor: z.string().nullable(),
  prev_cursor: z.string().nullable(),
  page: z.number().int().optional(),
  page_size: z.number().int(),
  total: z.number().int().optional(),
  total_is_exact: z.boolean().optional(),
  /** The words that were searched for instead, when those asked for found next to nothing. */
  corrected_to: z.string().optional(),
  /** When nothing has all of the words: those of which each of these products has some, the ones with most first. Facets take it as `search`. */
  some_of: z
    .string()
    .optional()
    .describe('Nothing has all of the words; these products have some of these, those with most first. The facets take it as `search`.'),
})
export type ProductPage = z.infer<typeof ProductPage>

/** Counting stops at 500 of a value and at 600 products of a list; what was not counted to its end is not `is_exact`, and people read "500+". */
const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int(), is_exact: z.boolean(), is_selected: z.boolean() })
export const Facets = z.object({
  total: FacetValue.pick({ count: true, is_exact: true }),
  categories: z.array(FacetValue),
  /** Values are `min-max` in minor units, the last one open: `10000-`. */
  prices: z.array(FacetValue),
  in_stock: z.array(FacetValue),
  ratings: z.array(FacetValue),
  attributes: z.array(z.object({ name: z.string(), values: z.array(FacetValue) })),
})
export type Facets = z.infer<typeof Facets>

export const Suggestions = z.object({
  products: z.array(z.object({ id: ProductId, slug: z.string(), name: z.string(), price: Money, picture: Picture.nullable() })),
  categories: z.array(z.object({ id: CategoryId, slug: z.string(), name: z.string(), parent_name: z.string().nullable() })),
})
export type Suggestions = z.infer<typeof Suggestions>

/** The one personal read of a page view: `GET /api/v1/view?products=id,id`. */
export const ProductPath = z.object({ slug: z.string().min(1).max(300) })
export const CategoryTree = z.object({ data: z.array(CategoryNode) })
