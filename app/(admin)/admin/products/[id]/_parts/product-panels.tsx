'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormActionState } from '@/app/_client/use-form-action'
import { Field, inputClass, Select, TextField } from '@/app/_ui/field'
import { ChevronDownIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { CategoryPlace } from '@/lib/catalog/list-all-categories'
import type { StaffProduct } from '@/lib/catalog/staff-schemas'
import { shortDescription } from '@/lib/core/short-description'
import { FactsPanel } from './facts-panel'
import { RecommendationsPanel } from './recommendations-panel'
import { amountText } from './variant-rows'
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

const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 200)

/** The fields of a product: what it is and costs on the left, where and how it stands in the shop on the right. */
export function ProductPanels({ form: { state, errors }, product, onSaved, categories, currency, shopName, shopUrl, mayMoveStock }: Props) {
  const was = product ?? blank
  const [name, setName] = useState(was.name)
  const [slug, setSlug] = useState<string | null>(product ? was.slug : null)
  const [description, setDescription] = useState(was.description)
  const [sku, setSku] = useState(was.sku)
  const [price, setPrice] = useState(amountText(was.price_minor, currency))
  const [isCounted, setCounted] = useState<boolean>(was.track_inventory)
  const [seo, setSeo] = useState({ title: was.seo_title, description: was.seo_description })
  useEffect(() => {
    if (state.status === 'done') onSaved?.()
  }, [state, onSaved])

  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const typed = (field: string) => frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${field}"]`)?.value ?? ''
    // What was typed before the page took over counts.
    setName(typed('name'))
    setDescription(typed('description'))
    setSku(typed('sku'))
    setPrice(typed('price_minor'))
    setSeo({ title: typed('seo_title'), description: typed('seo_description') })
    setSlug((before) => before ?? (typed('slug') || null))
  }, [])

  const address = slug ?? slugOf(name)
  return (
    <div ref={frame} className="grid min-w-0 grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <input type="hidden" name="currency" value={currency} />
      <div className="grid min-w-0 grid-cols-1 gap-5">
        <Panel id="basics-title" title="What it is">
          <div className="grid gap-4">
            <TextField
              id="name"
              name="name"
              label="Name"
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={errors.name}
              maxLength={300}
              autoComplete="off"
            />
            <Field
              id="description"
              label="Description"
              error={errors.description}
              control={(ties) => (
                <textarea
                  {...ties}
                  name="description"
                  rows={6}
                  maxLength={20_000}
                  value={description}
                  onChange={(event) => setDescription(event.target.value)}
                  className={`${inputClass} h-auto py-3`}
                />
              )}
            />
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField
                id="price_minor"
                name="price_minor"
                label={`Price, ${currency}`}
                inputMode="decimal"
                value={price}
                onChange={(event) => setPrice(event.target.value)}
                error={errors.price_minor}
                autoComplete="off"
              />
              <TextField
                id="compare_price_minor"
                name="compare_price_minor"
                label="Former price"
                inputMode="decimal"
                defaultValue={amountText(was.compare_price_minor, currency)}
                error={errors.compare_price_minor}
                autoComplete="off"
              />
              <TextField
                id="sku"
                name="sku"
                label="SKU"
                value={sku}
                onChange={(event) => setSku(event.target.value)}
                error={errors.sku}
                maxLength={100}
                autoComplete="off"
              />
            </div>
          </div>
        </Panel>
        <VariantsPanel
          options={[...was.options]}
          variants={[...was.variants]}
          isNew={!product}
          {...{ currency, sku, price, isCounted, mayMoveStock, errors }}
        />
        <FactsPanel attributes={was.attributes} error={errors.attributes} />
        <Panel id="seo-title" title="In search engines">
          <div className="grid gap-4">
            <TextField
              id="seo_title"
              name="seo_title"
              label="Title"
              value={seo.title}
              placeholder={name}
              maxLength={120}
              onChange={(event) => setSeo({ ...seo, title: event.target.value })}
              error={errors.seo_title}
            />
            <Field
              id="seo_description"
              label="Text"
              error={errors.seo_description}
              control={(ties) => (
                <textarea
                  {...ties}
                  name="seo_description"
                  rows={3}
                  maxLength={320}
                  value={seo.description}
                  placeholder={shortDescription(description)}
                  onChange={(event) => setSeo({ ...seo, description: event.target.value })}
                  className={`${inputClass} h-auto py-3`}
                />
              )}
            />
            <TextField
              id="slug"
              name="slug"
              label="Address"
              hint={product && address !== product.slug ? 'The old address stops working: links that others have set lead nowhere.' : undefined}
              value={address}
              onChange={(event) => setSlug(event.target.value)}
              error={errors.slug}
              maxLength={200}
              autoComplete="off"
            />
            <div className="rounded-md border border-line p-4 text-sm">
              <p className="mb-2 text-muted">So it may look there:</p>
              <p className="truncate text-muted">
                {shopUrl}/p/{address}
              </p>
              <p className="truncate font-semibold text-accent text-base">
                {seo.title || name || 'Name'} · {shopName}
              </p>
              <p className="line-clamp-2">{seo.description || shortDescription(description) || 'The beginning of the description.'}</p>
            </div>
          </div>
        </Panel>
      </div>
      <div className="grid min-w-0 grid-cols-1 gap-5">
        <Panel id="status-title" title="In the shop">
          <div className="grid gap-3">
            <Field
              id="status"
              label="Status"
              error={errors.status}
              hint="A draft and what is archived are seen by staff alone."
              control={(ties) => (
                <Select {...ties} name="status" defaultValue={was.status}>
                  <option value="active">For sale</option>
                  <option value="draft">Draft</option>
                  <option value="archived">Archived</option>
                </Select>
              )}
            />
            <label className="flex min-h-8 items-center gap-3 text-sm">
              <input type="checkbox" name="is_featured" defaultChecked={was.is_featured} className="check" />
              Featured on the home page
            </label>
          </div>
        </Panel>
        <CategoriesPanel categories={categories} primary={was.primary_category_id} further={was.category_ids} error={errors.primary_category_id} />
        <Panel id="shipping-title" title="Shipping">
          <TextField
            id="weight_grams"
            name="weight_grams"
            label="Weight in grams"
            hint="One unit with its wrapping. It counts where shipping goes by weight."
            inputMode="numeric"
            defaultValue={was.weight_grams}
            error={errors.weight_grams}
          />
        </Panel>
        <Panel id="stock-title" title="Stock">
          <div className="grid gap-3">
            <label className="flex min-h-8 items-center gap-3 text-sm">
              <input
                type="checkbox"
                name="track_inventory"
                checked={isCounted}
                onChange={(event) => setCounted(event.target.checked)}
                className="check"
              />
              Count its units
            </label>
            <TextField
              id="low_stock_threshold"
              name="low_stock_threshold"
              label="Low from"
              hint="With so many units left, staff are told."
              inputMode="numeric"
              defaultValue={was.low_stock_threshold}
              error={errors.low_stock_threshold}
            />
          </div>
        </Panel>
        <RecommendationsPanel productId={product?.id} recommended={[...was.recommended]} />
      </div>
    </div>
  )
}

type CategoriesProps = { categories: CategoryPlace[]; primary: string; further: readonly string[]; error?: string }

function CategoriesPanel({ categories, primary, further, error }: CategoriesProps) {
  return (
    <Panel id="categories-title" title="Categories">
      <div className="grid gap-4">
        <Field
          id="primary_category_id"
          label="Main category"
          error={error}
          control={(ties) => (
            <Select {...ties} name="primary_category_id" defaultValue={primary}>
              {primary === '' && <option value="">Choose one</option>}
              {categories.map(({ id, name, depth, is_active }) => (
                <option key={id} value={id}>
                  {'\u2003'.repeat(depth)}
                  {name}
                  {!is_active && ' (hidden)'}
                </option>
              ))}
            </Select>
          )}
        />
        <details>
          <summary className="flex min-h-8 cursor-pointer items-center gap-1 font-medium text-sm">
            Further categories{further.length > 0 && ` (${further.length})`}
            <ChevronDownIcon width="16" height="16" />
          </summary>
          <div className="mt-2 grid max-h-64 gap-0.5 overflow-y-auto">
            {categories.map(({ id, name, depth }) => (
              <label key={id} className="flex min-h-8 items-center gap-3 text-sm" style={{ paddingLeft: `${depth * 1.25}rem` }}>
                <input type="checkbox" name="category_ids" value={id} defaultChecked={further.includes(id)} className="check shrink-0" />
                {name}
              </label>
            ))}
          </div>
        </details>
      </div>
    </Panel>
  )
}
