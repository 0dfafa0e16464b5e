import type { StaffVariant } from '@/lib/catalog/staff-schemas'
import { inMajorUnits } from '@/lib/core/format-money'

/** An option as it is typed: its values in one line, between commas. */
export type OptionText = { name: string; values: string }

/** A row of the grid as it is typed; amounts are text. Null for an SKU that nobody has written: one is suggested. */
export type VariantRow = {
  key: string
  id?: string
  sku: string | null
  price: string
  compare: string
  options: Record<string, string>
  isActive: boolean
  onHand: number
  reserved: number
  stock: string
}

export const MOST_ROWS = 200

export const valuesOf = ({ values }: OptionText): string[] => [
  ...new Set(
    values
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean),
  ),
]

export const amountText = (minor: number | null, currency: string): string => (minor === null ? '' : inMajorUnits({ amount: minor, currency }))

export const rowOf = (variant: StaffVariant, currency: string): VariantRow => ({
  key: variant.id,
  id: variant.id,
  sku: variant.sku,
  price: amountText(variant.price_minor, currency),
  compare: amountText(variant.compare_price_minor, currency),
  options: variant.options,
  isActive: variant.is_active,
  onHand: variant.stock.on_hand,
  reserved: variant.stock.reserved,
  stock: String(variant.stock.on_hand),
})

const newRow = (options: Record<string, string>): VariantRow => ({
  key: `new ${JSON.stringify(options)}`,
  sku: null,
  price: '',
  compare: '',
  options,
  isActive: true,
  onHand: 0,
  reserved: 0,
  stock: '0',
})

/** `LAMP` in white and large: `LAMP-WHITE-L`. */
export const suggestedSku = (base: string, options: Record<string, string>): string =>
  [base, ...Object.values(options)]
    .map((part) =>
      part
        .normalize('NFD')
        .replaceAll(/[^\w-]+/g, '')
        .toUpperCase(),
    )
    .filter(Boolean)
    .join('-')

/** Every combination of the options' values, the last option changing first. Options without a name or values do not count yet. */
function combinationsOf(options: OptionText[]): Record<string, string>[] {
  const ready = options
    .map((option) => ({ name: option.name.trim(), values: valuesOf(option) }))
    .filter(({ name, values }) => name && values.length > 0)
  return ready.reduce<Record<string, string>[]>(
    (made, { name, values }) => made.flatMap((options) => values.map((value) => ({ ...options, [name]: value }))),
    [{}],
  )
}

/**
 * A row for each combination: the one that has these values already, or one from the time before an option was added (it takes the first
 * value of that), or a new one. What fits none of them is `left`: kept, in case its values come back, and no longer for sale.
 */
export function gridOf(rows: VariantRow[], options: OptionText[]): { grid: VariantRow[]; left: VariantRow[] } {
  const waiting = [...rows]
  const first = new Map(options.map((option) => [option.name.trim(), valuesOf(option)[0]]))
  const take = (isIt: (row: VariantRow) => boolean) => {
    const at = waiting.findIndex(isIt)
    return at === -1 ? undefined : waiting.splice(at, 1)[0]
  }
  const combinations = combinationsOf(options).slice(0, MOST_ROWS)
  const exact = combinations.map((wanted) => take((row) => hasExactly(row, wanted)))
  const grid = combinations.map((wanted, index) => {
    const found = exact[index] ?? take((row) => Object.entries(wanted).every(([name, value]) => (row.options[name] ?? first.get(name)) === value))
    return found ? { ...found, options: wanted } : newRow(wanted)
  })
  return { grid, left: waiting }
}

const hasExactly = ({ options }: VariantRow, wanted: Record<string, string>): boolean => {
  const names = Object.keys(wanted)
  return names.length === Object.keys(options).length && names.every((name) => options[name] === wanted[name])
}

/** An option or one of its values was given another name: the rows go along. */
export function renamed(rows: VariantRow[], before: OptionText, after: OptionText): VariantRow[] {
  const [from, to] = [before.name.trim(), after.name.trim()]
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const isRename = was.length === is.length && was.filter((value, index) => value !== is[index]).length === 1
  return rows.map((row) => {
    const value = row.options[from]
    if (value === undefined || to === '') return row
    const { [from]: _, ...others } = row.options
    const at = was.indexOf(value)
    return { ...row, options: { ...others, [to]: (isRename && at >= 0 ? is[at] : undefined) ?? value } }
  })
}

/** What the form sends of it. */
export const sentRow = ({ id, sku, price, compare, options, isActive, onHand, stock }: VariantRow, base: string) => ({
  ...(id && { id }),
  sku: sku ?? suggestedSku(base, options),
  price,
  compare_price: compare,
  options,
  is_active: isActive,
  ...(Number(stock) !== onHand && { stock_delta: /^\d{1,7}$/.test(stock) ? Number(stock) - onHand : stock }),
})
