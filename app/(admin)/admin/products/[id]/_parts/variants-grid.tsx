'use client'

import { classes } from '@/app/_ui/classes'
import { smallField } from './small-field'
import { sentRow, type VariantRow } from './variant-rows'

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

/** A row for each combination of values. */
export function VariantsGrid({ grid, setRow, sku, price, currency, errors, isSingle, isCounted, mayMoveStock }: GridProps) {
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
                    className={smallField}
                    {...ties('sku')}
                    value={row.sku ?? written}
                    aria-label={`SKU of ${title}`}
                    onChange={(event) => setRow({ ...row, sku: event.target.value })}
                  />
                </td>
                <td className="min-w-28">
                  <input
                    className={classes(smallField, 'text-right')}
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
                    className={classes(smallField, 'text-right')}
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
                      className={classes(smallField, 'text-right', sent.stock_delta !== undefined && 'border-accent')}
                      value={row.stock}
                      inputMode="numeric"
                      aria-label={`Units of ${title} on hand`}
                      {...ties('stock_delta')}
                      onChange={(event) => setRow({ ...row, stock: event.target.value })}
                    />
                  ) : (
                    row.onHand
                  )}
                  {typeof sent.stock_delta === 'number' && (
                    <span className="mt-1 block text-right text-muted">
                      {sent.stock_delta > 0 ? `adds ${sent.stock_delta}` : `takes ${-sent.stock_delta}`}
                    </span>
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
