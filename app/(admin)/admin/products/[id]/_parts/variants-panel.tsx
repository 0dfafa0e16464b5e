'use client'

import { useState } from 'react'
import { Panel } from '@/app/(admin)/_parts/page-head'
import type { StaffVariant } from '@/lib/catalog/staff-schemas'
import { OptionsEditor } from './options-editor'
import { smallField } from './small-field'
import { gridOf, MOST_ROWS, type OptionText, renamed, rowOf, sentRow, type VariantRow, valuesOf } from './variant-rows'
import { VariantsGrid } from './variants-grid'

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
          <VariantsGrid {...{ grid, setRow, sku, price, currency, errors, isSingle }} isCounted={isCounted} mayMoveStock={mayMoveStock} />
        )}
        <Leaving rows={left.filter(({ id, isActive }) => id && isActive)} order={options.map(({ name }) => name.trim())} />
        {grid.length === MOST_ROWS && <p className="mt-2 text-muted text-sm">No more than {MOST_ROWS} variants fit here.</p>}
        {errors.stock && <p className="mt-2 font-medium text-danger text-sm">{errors.stock}</p>}
      </div>
    </Panel>
  )
}

/** What goes off sale with a value that was taken out, before it is saved. */
function Leaving({ rows, order }: { rows: VariantRow[]; order: string[] }) {
  if (rows.length === 0) return null
  const names = rows.map(({ options, onHand }) => {
    const values = [...new Set([...order, ...Object.keys(options)])].flatMap((name) => options[name] ?? [])
    return `${values.join(' / ') || 'This product'} (${onHand} on hand)`
  })
  return (
    <p role="status" className="mt-2 font-medium text-sm text-warning">
      Off sale once you save: {names.join(', ')}. {rows.length === 1 ? 'It comes back with its value.' : 'They come back with their values.'}
    </p>
  )
}

function SingleStock({ row, onChange, isCounted }: { row: VariantRow | undefined; onChange: (row: VariantRow) => void; isCounted: boolean }) {
  if (!row || !isCounted) return null
  return (
    <label className="grid w-40 gap-1 text-sm">
      <span className="font-medium">Units there</span>
      <input className={smallField} inputMode="numeric" value={row.stock} onChange={(event) => onChange({ ...row, stock: event.target.value })} />
    </label>
  )
}
