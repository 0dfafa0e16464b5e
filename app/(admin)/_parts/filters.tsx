import type { Route } from 'next'
import type { ReactNode } from 'react'
import { AutoForm } from '@/app/_client/auto-form'
import { button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { SearchIcon, XIcon } from '@/app/_ui/icons'
import { FilterChoice, FilterInput } from './filter-fields'
import { listView } from './views/list-view'

const control = 'h-10 rounded-md border border-line bg-surface px-3 text-base hover:border-edge sm:text-sm'

type Props = {
  path: string
  /** How the list is sorted; kept when a filter changes. */
  sort?: string | undefined
  children: ReactNode
  /** Whether anything is filtered, so that a way back is offered. */
  isFiltered: boolean
}

/** The filters of a list: a GET form that sends itself, so that the address holds them and Back takes them away. The view that is open stays so. */
export async function Filters({ path, sort, children, isFiltered }: Props) {
  const view = await listView()
  return (
    <search>
      <AutoForm action={path as Route} label="Filters" className="flex flex-wrap items-end gap-2 px-3 py-3 sm:px-4">
        {sort && <input type="hidden" name="sort" value={sort} />}
        {view?.open && <input type="hidden" name="view" value={view.open.id} />}
        {children}
        <button type="submit" className={button({ look: 'quiet', size: 'sm', className: 'without-js' })}>
          Show
        </button>
        {isFiltered && (
          <a href={path} className={button({ look: 'plain', size: 'sm' })}>
            <XIcon width="16" height="16" />
            Clear
          </a>
        )}
      </AutoForm>
    </search>
  )
}

type Choice = readonly [value: string, name: string]

export function FilterSelect({
  name,
  label,
  value,
  any,
  choices,
}: {
  name: string
  label: string
  value?: string
  any: string
  choices: readonly Choice[]
}) {
  return (
    <label className="grid min-w-0 max-sm:grow max-sm:basis-36">
      <span className="sr-only">{label}</span>
      <FilterChoice name={name} value={value} className={classes(control, 'min-w-0 pr-8', value && 'border-accent font-semibold text-accent')}>
        <option value="">{any}</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </FilterChoice>
    </label>
  )
}

/** `/` puts the focus here. */
export function FilterSearch({ name = 'q', label, value }: { name?: string; label: string; value?: string }) {
  return (
    <label className="relative min-w-0 grow basis-56 sm:max-w-sm">
      <span className="sr-only">{label}</span>
      <SearchIcon className="pointer-events-none absolute top-2.5 left-3 text-muted" width="18" height="18" />
      <FilterInput
        type="search"
        name={name}
        value={value}
        placeholder={label}
        maxLength={200}
        className={`${control} w-full pl-9 placeholder:text-muted`}
      />
    </label>
  )
}

/** A pair of fields with one name for both: a time, or amounts. */
export function FilterRange({
  label,
  type,
  from,
  to,
  step,
}: {
  label: string
  type: 'date' | 'number'
  from: { name: string; value?: string; label: string }
  to: { name: string; value?: string; label: string }
  step?: string
}) {
  return (
    <fieldset className="flex min-w-0 items-center gap-1.5 max-sm:w-full">
      <legend className="sr-only">{label}</legend>
      {[from, to].map(({ name, value, label: its }, index) => (
        <label key={name} className="flex min-w-0 items-center max-sm:flex-1 gap-1.5 text-muted text-sm">
          <span className={index === 0 ? 'sr-only' : 'px-0.5'} aria-hidden={index === 1}>
            {index === 0 ? its : '–'}
          </span>
          <FilterInput
            type={type}
            name={name}
            value={value}
            min={type === 'number' ? 0 : undefined}
            step={step}
            placeholder={type === 'number' ? its : undefined}
            aria-label={`${label}, ${its.toLowerCase()}`}
            className={classes(control, type === 'number' ? 'sm:w-28' : 'sm:w-36', 'w-full min-w-0', value && 'border-accent text-accent')}
          />
        </label>
      ))}
    </fieldset>
  )
}
