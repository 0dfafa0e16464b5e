import type { Route } from 'next'
import type { ReactNode } from 'react'
import { AutoForm } from '@/app/_client/auto-form'
import { button } from '@/app/_ui/button'
import { ChevronDownIcon, XIcon } from '@/app/_ui/icons'
import type { Facets } from '@/lib/catalog/schemas'
import { formatMoney } from '@/lib/core/format-money'
import { type ListQuery, writePrice } from './list-query'

export const FILTERS_ID = 'filters'

type Props = { basePath: Route; query: ListQuery; facets: Facets; locale: string; currency: string; digits: number; withCategories?: boolean }
type Value = Facets['prices'][number]

/** All filters as one form: a sheet on phones (a popover, so it opens without JavaScript), a column beside the list on wide screens. */
export function FilterPanel({ basePath, query, facets, locale, currency, digits, withCategories = false }: Props) {
  const chosenPrice = query.price ? writePrice(query.price) : ''
  const prices = facets.prices.filter(({ count }) => count > 0).map((facet) => ({ ...facet, ...priceOf(facet, digits, currency, locale) }))
  return (
    <AutoForm
      id={FILTERS_ID}
      action={basePath}
      popover="auto"
      label="Filters"
      className="filter-panel max-lg:fixed max-lg:inset-x-0 max-lg:top-auto max-lg:bottom-0 max-lg:m-0 max-lg:max-h-[85dvh] max-lg:w-full max-lg:max-w-none max-lg:overflow-y-auto max-lg:rounded-t-lg max-lg:bg-surface max-lg:p-5 max-lg:shadow-lg"
    >
      {query.q && <input type="hidden" name="q" value={query.q} />}
      {!withCategories && query.category && <input type="hidden" name="category" value={query.category} />}
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
      <div className="mb-2 flex items-center justify-between lg:hidden">
        <p className="display text-lg">Filter</p>
        <button
          type="button"
          popoverTarget={FILTERS_ID}
          popoverTargetAction="hide"
          aria-label="Close the filters"
          className="inline-flex size-11 items-center justify-center rounded-full hover:bg-sunken"
        >
          <XIcon />
        </button>
      </div>
      {withCategories && facets.categories.length > 0 && (
        <Group title="Category" isOpen>
          <Choice type="radio" name="category" value="" label="Everywhere" isChosen={!query.category} />
          {facets.categories.map((facet) => (
            <Choice
              key={facet.value}
              type="radio"
              name="category"
              value={facet.value}
              label={facet.label}
              facet={facet}
              isChosen={query.category === facet.value}
            />
          ))}
        </Group>
      )}
      {prices.length > 0 && (
        <Group title="Price" isOpen>
          <Choice type="radio" name="price" value="" label="Any price" isChosen={!query.price} />
          {prices.map((facet) => (
            <Choice
              key={facet.value}
              type="radio"
              name="price"
              value={facet.param}
              label={facet.text}
              facet={facet}
              isChosen={facet.param === chosenPrice}
            />
          ))}
          {query.price && !prices.some(({ param }) => param === chosenPrice) && (
            <Choice type="radio" name="price" value={chosenPrice} label={priceText(query.price, currency, locale, digits)} isChosen />
          )}
        </Group>
      )}
      <Group title="Availability" isOpen>
        <Choice
          type="checkbox"
          name="stock"
          value="1"
          label="In stock"
          facet={facets.in_stock.find(({ value }) => value !== 'false')}
          isChosen={query.inStock}
        />
      </Group>
      {facets.attributes.map(({ name, values }, index) => (
        <Group key={name} title={name} isOpen={index < 2 || query.facets.some((facet) => facet.name === name)}>
          {values.map((facet) => (
            <Choice
              key={facet.value}
              type="checkbox"
              name="f"
              value={`${name}:${facet.value}`}
              label={facet.label}
              facet={facet}
              isChosen={query.facets.some((chosen) => chosen.name === name && chosen.value === facet.value)}
            />
          ))}
        </Group>
      ))}
      {facets.ratings.length > 0 && (
        <Group title="Rating" isOpen={query.rating !== null}>
          <Choice type="radio" name="rating" value="" label="Any rating" isChosen={query.rating === null} />
          {facets.ratings.map((facet) => (
            <Choice
              key={facet.value}
              type="radio"
              name="rating"
              value={facet.value}
              label={`${facet.value} stars and up`}
              facet={facet}
              isChosen={query.rating === Number(facet.value)}
            />
          ))}
        </Group>
      )}
      <div className="filter-send max-lg:sticky max-lg:-bottom-5 max-lg:-mx-5 max-lg:bg-surface max-lg:px-5 max-lg:pt-3 max-lg:pb-5">
        <button type="submit" className={button({ wide: true })}>
          Show the results
        </button>
      </div>
    </AutoForm>
  )
}

function Group({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group border-line border-b py-1 last-of-type:border-0">
      <summary className="flex min-h-11 items-center justify-between font-semibold">
        {title}
        <ChevronDownIcon width="18" height="18" className="text-muted transition-transform group-open:rotate-180" />
      </summary>
      <fieldset className="pb-3">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </details>
  )
}

type ChoiceProps = { type: 'radio' | 'checkbox'; name: string; value: string; label: string; facet?: Value; isChosen: boolean }

function Choice({ type, name, value, label, facet, isChosen }: ChoiceProps) {
  const isEmpty = facet !== undefined && facet.count === 0 && !isChosen
  return (
    <label className={`flex min-h-9 items-center gap-3 ${isEmpty ? 'text-muted' : ''}`}>
      {/* The key makes the browser's own state follow the address after Back. */}
      <input
        key={String(isChosen)}
        type={type}
        name={name}
        value={value}
        defaultChecked={isChosen}
        disabled={isEmpty}
        className="size-[1.15rem] shrink-0 accent-accent"
      />
      <span className="min-w-0 flex-1">{label}</span>
      {facet && (
        <span className="tabular text-muted text-sm">
          {facet.count}
          {!facet.is_exact && '+'}
          <span className="sr-only"> products</span>
        </span>
      )}
    </label>
  )
}

/** `1000-2500` of the domain as `10-25` for the address and as words. */
function priceOf({ value }: Value, digits: number, currency: string, locale: string): { param: string; text: string } {
  const [low, high] = value.split('-').map((part) => (part === '' ? null : Number(part) / 10 ** digits))
  const range = { min: low || null, max: high ?? null }
  return { param: writePrice(range), text: priceText(range, currency, locale, digits) }
}

export function priceText({ min, max }: NonNullable<ListQuery['price']>, currency: string, locale: string, digits: number): string {
  const write = (major: number) => formatMoney({ amount: Math.round(major * 10 ** digits), currency }, locale).replace(/([.,])00$/, '')
  if (min === null) return `Up to ${write(max ?? 0)}`
  return max === null ? `${write(min)} and more` : `${write(min)} to ${write(max)}`
}
