'use client'

import { type Dispatch, type SetStateAction, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { PlusIcon, XIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { StaffVariant } from '@/lib/catalog/staff-schemas'
import { markChanged } from './mark-changed'
import { gridOf, MOST_ROWS, type OptionText, renamed, rowOf, sentRow, type VariantRow, valuesOf } from './variant-rows'

type Props = {
  options: { name: string; values: string[] }[]
  variants: StaffVariant[]
  currency: string
  /** The product's SKU and price as they are typed: what a variant has that says nothing else. */
  sku: string
  price: string
  isCounted: boolean
  mayMoveStock: boolean
  /** Of a product that is not there yet: a single variant is the product itself. */
  isNew: boolean
  errors: Record<string, string>
}

const small =
  'h-10 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-sm placeholder:text-muted hover:border-ink aria-invalid:border-danger'

/** What the product can be chosen in, and a row for each combination of it. */
export function VariantsPanel({ options: given, variants, currency, sku, price, isCounted, mayMoveStock, isNew, errors }: Props) {
  const [options, setOptions] = useState<OptionText[]>(given.map(({ name, values }) => ({ name, values: values.join(', ') })))
  const [rows, setRows] = useState<VariantRow[]>(variants.map((variant) => rowOf(variant, currency)))
  const { grid, left } = gridOf(rows, options)
  const sent = [...grid.map((row) => sentRow(row, sku)), ...left.flatMap((row) => (row.id ? [sentRow({ ...row, isActive: false }, sku)] : []))]
  const ready = options
    .map((option) => ({ name: option.name.trim(), values: valuesOf(option) }))
    .filter(({ name, values }) => name && values.length > 0)
  const isSingle = ready.length === 0

  function change(index: number, option: OptionText) {
    const before = options[index]
    if (before) setRows(renamed([...grid, ...left], before, option))
    setOptions(options.with(index, option))
  }

  const setRow = (row: VariantRow) => setRows([...grid.map((other) => (other.key === row.key ? row : other)), ...left])
  return (
    <Panel id="variants-title" title="Options and variants">
      <input type="hidden" name="options" value={JSON.stringify(ready)} />
      <input type="hidden" name="variants" value={JSON.stringify(sent)} />
      <OptionsEditor options={options} onChange={change} setOptions={setOptions} />
      {errors.options && <p className="mt-2 font-medium text-danger text-sm">{errors.options}</p>}
      <div id="variants" className="mt-4">
        {errors.variants && <p className="mb-2 font-medium text-danger text-sm">{errors.variants}</p>}
        {isSingle && isNew ? (
          <SingleStock row={grid[0]} onChange={setRow} isCounted={isCounted && mayMoveStock} />
        ) : (
          <Grid {...{ grid, setRow, sku, price, currency, errors, isSingle }} isCounted={isCounted} mayMoveStock={mayMoveStock} />
        )}
        <Leaving rows={left.filter(({ id, isActive }) => id && isActive)} />
        {grid.length === MOST_ROWS && <p className="mt-2 text-muted text-sm">No more than {MOST_ROWS} variants fit here.</p>}
        {errors.stock && <p className="mt-2 font-medium text-danger text-sm">{errors.stock}</p>}
      </div>
    </Panel>
  )
}

/** What goes off sale with a value that was taken out, before it is saved. */
function Leaving({ rows }: { rows: VariantRow[] }) {
  if (rows.length === 0) return null
  const names = rows.map(({ options, onHand }) => `${Object.values(options).join(' / ') || 'This product'} (${onHand} on hand)`)
  return (
    <p role="status" className="mt-2 font-medium text-sm text-warning">
      Off sale once you save: {names.join(', ')}. It comes back with its value.
    </p>
  )
}

type OptionsProps = {
  options: OptionText[]
  onChange: (index: number, option: OptionText) => void
  setOptions: Dispatch<SetStateAction<OptionText[]>>
}

function OptionsEditor({ options, onChange, setOptions }: OptionsProps) {
  const frame = useRef<HTMLDivElement>(null)
  function set(next: OptionText[]) {
    setOptions(next)
    markChanged(frame.current)
  }
  return (
    <div ref={frame} id="options" className="grid gap-3">
      {options.length === 0 && <p className="text-muted text-sm">It comes in one kind. Add an option when people choose a size or a colour.</p>}
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name of its own while it is typed
        <div key={index} className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)_auto] items-end gap-2">
          <label className="grid gap-1 text-sm">
            <span className="font-medium">Option</span>
            <input
              className={small}
              value={option.name}
              placeholder="Size"
              maxLength={100}
              onChange={(event) => onChange(index, { ...option, name: event.target.value })}
            />
          </label>
          <label className="grid gap-1 text-sm">
            <span className="font-medium">Values, between commas</span>
            <input
              className={small}
              value={option.values}
              placeholder="S, M, L"
              onChange={(event) => onChange(index, { ...option, values: event.target.value })}
            />
          </label>
          <Button
            look="plain"
            size="sm"
            aria-label={`Remove the option ${option.name}`}
            className="px-2.5"
            onClick={() => set(options.filter((_, at) => at !== index))}
          >
            <XIcon width="18" height="18" />
          </Button>
        </div>
      ))}
      {options.length < 3 && (
        <Button look="quiet" size="sm" className="justify-self-start" onClick={() => set([...options, { name: '', values: '' }])}>
          <PlusIcon width="16" height="16" />
          Add an option
        </Button>
      )}
    </div>
  )
}

type GridProps = {
  grid: VariantRow[]
  setRow: (row: VariantRow) => void
  sku: string
  price: string
  currency: string
  errors: Record<string, string>
  isSingle: boolean
  isCounted: boolean
  mayMoveStock: boolean
}

function Grid({ grid, setRow, sku, price, currency, errors, isSingle, isCounted, mayMoveStock }: GridProps) {
  return (
    <div className="overflow-x-auto">
      <table className="data-table data-table-inside">
        <caption className="sr-only">Variants</caption>
        <thead>
          <tr>
            <th scope="col">For sale</th>
            <th scope="col">{isSingle ? 'Product' : 'Variant'}</th>
            <th scope="col">SKU</th>
            <th scope="col">Price, {currency}</th>
            <th scope="col">Former price</th>
            <th scope="col">On hand</th>
          </tr>
        </thead>
        <tbody>
          {grid.map((row, index) => {
            const title = Object.values(row.options).join(' / ') || 'This product'
            const at = `variants/${index}`
            const ties = (field: string) => ({ id: `${at}/${field}`, 'aria-invalid': errors[`${at}/${field}`] ? (true as const) : undefined })
            const problems = Object.entries(errors).filter(([name]) => name.startsWith(`${at}/`))
            const { sku: written, ...sent } = sentRow(row, sku)
            return (
              <tr key={row.key} className={classes(!row.isActive && 'text-muted')}>
                <td>
                  <input
                    type="checkbox"
                    className="check"
                    checked={row.isActive}
                    aria-label={`${title} is for sale`}
                    onChange={(event) => setRow({ ...row, isActive: event.target.checked })}
                  />
                </td>
                <td className="min-w-32">
                  <span id={`${at}/options`} className="font-medium">
                    {title}
                  </span>
                  {problems.map(([name, text]) => (
                    <span key={name} className="block font-medium text-danger">
                      {text}
                    </span>
                  ))}
                </td>
                <td className="min-w-40">
                  <input
                    className={small}
                    {...ties('sku')}
                    value={row.sku ?? written}
                    aria-label={`SKU of ${title}`}
                    onChange={(event) => setRow({ ...row, sku: event.target.value })}
                  />
                </td>
                <td className="min-w-28">
                  <input
                    className={classes(small, 'text-right')}
                    {...ties('price_minor')}
                    value={row.price}
                    placeholder={price}
                    inputMode="decimal"
                    aria-label={`Price of ${title}`}
                    onChange={(event) => setRow({ ...row, price: event.target.value })}
                  />
                </td>
                <td className="min-w-28">
                  <input
                    className={classes(small, 'text-right')}
                    {...ties('compare_price_minor')}
                    value={row.compare}
                    inputMode="decimal"
                    aria-label={`Former price of ${title}`}
                    onChange={(event) => setRow({ ...row, compare: event.target.value })}
                  />
                </td>
                <td className="min-w-24">
                  {!isCounted ? (
                    'Not counted'
                  ) : mayMoveStock ? (
                    <input
                      className={classes(small, 'text-right', 'stock_delta' in sent && 'border-accent')}
                      value={row.stock}
                      inputMode="numeric"
                      aria-label={`Units of ${title} on hand`}
                      {...ties('stock_delta')}
                      onChange={(event) => setRow({ ...row, stock: event.target.value })}
                    />
                  ) : (
                    row.onHand
                  )}
                  {row.reserved > 0 && <span className="block text-muted">{row.reserved} reserved</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function SingleStock({ row, onChange, isCounted }: { row: VariantRow | undefined; onChange: (row: VariantRow) => void; isCounted: boolean }) {
  if (!row || !isCounted) return null
  return (
    <label className="grid w-40 gap-1 text-sm">
      <span className="font-medium">Units there</span>
      <input className={small} inputMode="numeric" value={row.stock} onChange={(event) => onChange({ ...row, stock: event.target.value })} />
    </label>
  )
}
