import type { StaffProduct } from '@/lib/catalog/staff-schemas'
import { amountText } from './variant-rows'

/** What is typed into more than one panel, or shown in another than where it is typed. */
export type Typed = {
  name: string
  /** Null as long as it follows the name. */
  slug: string | null
  description: string
  sku: string
  price: string
  seoTitle: string
  seoDescription: string
}

/** What a panel with typed fields is given. */
export type TypedPanel = { typed: Typed; set: (part: Partial<Typed>) => void; errors: Record<string, string> }

type Source = Pick<StaffProduct, 'name' | 'slug' | 'description' | 'sku' | 'seo_title' | 'seo_description'> & { price_minor: number | null }

export const typedOf = (was: Source, currency: string): Typed => ({
  name: was.name,
  slug: was.slug || null,
  description: was.description,
  sku: was.sku,
  price: amountText(was.price_minor, currency),
  seoTitle: was.seo_title,
  seoDescription: was.seo_description,
})

export const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 200)
