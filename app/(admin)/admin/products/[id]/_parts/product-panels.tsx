'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormActionState } from '@/app/_client/use-form-action'
import type { CategoryPlace } from '@/lib/catalog/list-all-categories'
import type { StaffProduct } from '@/lib/catalog/staff-schemas'
import { BasicsPanel } from './basics-panel'
import { CategoriesPanel } from './categories-panel'
import { FactsPanel } from './facts-panel'
import { type Typed, typedOf } from './product-typed'
import { RecommendationsPanel } from './recommendations-panel'
import { SearchEnginesPanel } from './search-engines-panel'
import { ShippingPanel } from './shipping-panel'
import { StatusPanel } from './status-panel'
import { StockPanel } from './stock-panel'
import { VariantsPanel } from './variants-panel'

export type EditorWorld = {
  categories: CategoryPlace[]
  currency: string
  shopName: string
  /** Where the shop answers. */
  shopUrl: string
  mayMoveStock: boolean
}

type Props = EditorWorld & {
  form: FormActionState<unknown>
  /** Without one it is a new product. */
  product?: StaffProduct
  onSaved?: () => void
}

const blank = {
  name: '',
  slug: '',
  description: '',
  sku: '',
  status: 'draft',
  price_minor: null,
  compare_price_minor: null,
  primary_category_id: '',
  category_ids: [] as string[],
  attributes: {},
  is_featured: false,
  track_inventory: true,
  low_stock_threshold: 5,
  weight_grams: 0,
  seo_title: '',
  seo_description: '',
  options: [],
  variants: [],
  recommended: [],
} as const

/** The fields of a product: what it is and costs on the left, where and how it stands in the shop on the right. */
export function ProductPanels({ form: { state, errors }, product, onSaved, categories, currency, shopName, shopUrl, mayMoveStock }: Props) {
  const was = product ?? blank
  const [typed, setTyped] = useState(() => typedOf(was, currency))
  const [isCounted, setCounted] = useState<boolean>(was.track_inventory)
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  useEffect(() => {
    if (state.status === 'done') onSaved?.()
  }, [state, onSaved])

  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const of = (field: string) => frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${field}"]`)?.value ?? ''
    // What was typed before the page took over counts.
    setTyped((before) => ({
      name: of('name'),
      slug: before.slug ?? (of('slug') || null),
      description: of('description'),
      sku: of('sku'),
      price: of('price_minor'),
      seoTitle: of('seo_title'),
      seoDescription: of('seo_description'),
    }))
  }, [])

  const panel = { typed, set, errors }
  return (
    <div ref={frame} className="grid min-w-0 grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <input type="hidden" name="currency" value={currency} />
      <div className="grid min-w-0 grid-cols-1 gap-5">
        <BasicsPanel {...panel} comparePriceMinor={was.compare_price_minor} currency={currency} />
        <VariantsPanel
          options={[...was.options]}
          variants={[...was.variants]}
          isNew={!product}
          sku={typed.sku}
          price={typed.price}
          {...{ currency, isCounted, mayMoveStock, errors }}
        />
        <FactsPanel attributes={was.attributes} error={errors.attributes} />
        <SearchEnginesPanel {...panel} wasSlug={product?.slug} shopName={shopName} shopUrl={shopUrl} />
      </div>
      <div className="grid min-w-0 grid-cols-1 gap-5">
        <StatusPanel was={was} error={errors.status} />
        <CategoriesPanel categories={categories} primary={was.primary_category_id} further={was.category_ids} error={errors.primary_category_id} />
        <ShippingPanel weightGrams={was.weight_grams} error={errors.weight_grams} />
        <StockPanel isCounted={isCounted} onCounted={setCounted} threshold={was.low_stock_threshold} error={errors.low_stock_threshold} />
        <RecommendationsPanel productId={product?.id} recommended={[...was.recommended]} />
      </div>
    </div>
  )
}
