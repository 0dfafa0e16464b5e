import { isDeepStrictEqual } from 'node:util'
import { isChecked, minorAmount } from '../orders/order-fields'

type Fields = Record<string, unknown>

/** What the form of a product says, in the words of `SaveProduct`. Fields that are as they were seen are not sent: others may have changed them. */
export function savedFields(fields: Fields): Fields {
  const seen = jsonOf(fields.seen)
  const edit = Object.entries(editedFields(fields)).filter(
    ([name, value]) => seen === undefined || !isDeepStrictEqual(inOrder(seen[name]), inOrder(value)),
  )
  return { product_id: fields.product_id, version: fields.version, seen, ...Object.fromEntries(edit) }
}

/** Variants are the same in any order: the grid has one of its own. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value) && value.every((item: Fields) => typeof item?.id === 'string')
    ? [...value].sort((a: Fields, b: Fields) => String(a.id).localeCompare(String(b.id)))
    : value

/** The same for `CreateProduct`. Without options there is one variant, which is the product itself; rows that are not for sale are not made. */
export function createdFields(fields: Fields): Fields {
  const { variants, ...edit } = Object.fromEntries(Object.entries(editedFields(fields)).filter(([, value]) => value !== ''))
  const rows = (Array.isArray(variants) ? variants : []) as Fields[]
  const hasOptions = Array.isArray(edit.options) && edit.options.length > 0
  const created = rows
    .filter(({ is_active }) => is_active !== false)
    .map(({ is_active: _, stock_delta, ...row }) => ({ ...row, ...(stock_delta !== undefined && { stock: stock_delta }) }))
  return { ...edit, ...(hasOptions ? { variants: created } : { stock: created[0]?.stock }) }
}

function editedFields(fields: Fields): Fields {
  const { currency } = fields
  const amount = (text: unknown) => (String(text ?? '').trim() === '' ? null : minorAmount({ amount: text, currency }))
  return {
    name: textOf(fields.name),
    slug: textOf(fields.slug),
    description: textOf(fields.description),
    sku: textOf(fields.sku),
    status: fields.status,
    price_minor: amount(fields.price_minor) ?? '',
    compare_price_minor: amount(fields.compare_price_minor),
    primary_category_id: fields.primary_category_id,
    category_ids: [fields.category_ids ?? []]
      .flat()
      .filter((id) => id !== fields.primary_category_id)
      .sort(),
    attributes: jsonOf(fields.attributes) ?? {},
    is_featured: isChecked(fields.is_featured),
    track_inventory: isChecked(fields.track_inventory),
    low_stock_threshold: wholeOf(fields.low_stock_threshold),
    weight_grams: wholeOf(fields.weight_grams),
    seo_title: textOf(fields.seo_title),
    seo_description: textOf(fields.seo_description),
    options: jsonOf(fields.options) ?? [],
    variants: listOf(fields.variants).map(({ price, compare_price, stock_delta, ...variant }) => ({
      ...variant,
      price_minor: amount(price),
      compare_price_minor: amount(compare_price),
      ...(stock_delta !== undefined && { stock_delta: wholeOf(stock_delta) }),
    })),
    recommended_ids: jsonOf(fields.recommended_ids) ?? [],
  }
}

/** A form sends line ends as Windows writes them. */
const textOf = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value)

const wholeOf = (value: unknown): unknown => (/^-?\d{1,9}$/.test(String(value)) ? Number(value) : value)

/** What is no JSON is left out, and refused by the schema where it is needed. */
function jsonOf(text: unknown): Fields | undefined {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as Fields) : undefined
  } catch {
    return undefined
  }
}

function listOf(text: unknown): Fields[] {
  const list: unknown = jsonOf(text)
  return Array.isArray(list) ? list.filter((item): item is Fields => typeof item === 'object' && item !== null) : []
}
