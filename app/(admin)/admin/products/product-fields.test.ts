import { expect, test } from 'vitest'
import { gridOf, type OptionText, renamed, sentRow, suggestedSku, type VariantRow } from './[id]/_parts/variant-rows'
import { createdFields, savedFields } from './product-fields'

const row = (key: string, options: Record<string, string>): VariantRow => ({
  key,
  id: key,
  sku: key,
  price: '',
  compare: '',
  options,
  isActive: true,
  onHand: 5,
  reserved: 0,
  stock: '5',
})
const colour: OptionText = { name: 'Colour', values: 'White, Brass' }
const size: OptionText = { name: 'Size', values: 'S, L' }

test('the grid has a row for each combination, and rows that were there keep their place in it', () => {
  const rows = [row('brass', { Colour: 'Brass' }), row('white', { Colour: 'White' })]
  expect(gridOf(rows, [colour]).grid.map(({ id }) => id)).toEqual(['white', 'brass'])
  const { grid, left } = gridOf(rows, [colour, size])
  expect(grid.map(({ id, options }) => [id, Object.values(options).join(' ')])).toEqual([
    ['white', 'White S'],
    [undefined, 'White L'],
    ['brass', 'Brass S'],
    [undefined, 'Brass L'],
  ])
  expect(left).toEqual([])
  const fewer = gridOf(rows, [{ name: 'Colour', values: 'White' }])
  expect([fewer.grid.map(({ id }) => id), fewer.left.map(({ id }) => id)]).toEqual([['white'], ['brass']])
})

test('a product without options has one row, and an option that is half typed counts for nothing', () => {
  expect(gridOf([row('only', {})], [{ name: 'Size', values: '' }]).grid.map(({ id }) => id)).toEqual(['only'])
})

test('rows go along when an option or a value gets another name', () => {
  const rows = [row('white', { Colour: 'White' }), row('brass', { Colour: 'Brass' })]
  expect(renamed(rows, colour, { ...colour, name: 'Finish' }).map(({ options }) => options)).toEqual([{ Finish: 'White' }, { Finish: 'Brass' }])
  expect(renamed(rows, colour, { ...colour, values: 'Ivory, Brass' }).map(({ options }) => options)).toEqual([
    { Colour: 'Ivory' },
    { Colour: 'Brass' },
  ])
  expect(renamed(rows, colour, { ...colour, values: 'White, Brass, Red' })).toEqual(rows)
})

test('an SKU is suggested until somebody writes one, and units are sent as a difference', () => {
  expect(suggestedSku('lamp', { Colour: 'Café noir', Size: 'L' })).toBe('LAMP-CAFENOIR-L')
  expect(sentRow({ ...row('white', {}), stock: '9' }, 'LAMP')).toMatchObject({ sku: 'white', stock_delta: 4 })
  expect(sentRow(row('white', {}), 'LAMP')).not.toHaveProperty('stock_delta')
})

test('only what is not as it was seen is sent, amounts in minor units', () => {
  const variants = [{ id: 'a', sku: 'A', price_minor: 500, compare_price_minor: null, options: {}, is_active: true }]
  const seen = { name: 'Lamp', description: 'Two\nlines', price_minor: 4000, compare_price_minor: null, variants, is_featured: false }
  const typed = {
    product_id: 'p',
    version: 'v',
    seen: JSON.stringify(seen),
    name: 'Lamp',
    description: 'Two\r\nlines',
    price_minor: '42.50',
    compare_price_minor: '',
    currency: 'USD',
    variants: JSON.stringify([{ id: 'a', sku: 'A', price: '5.00', compare_price: '', options: {}, is_active: true }]),
  }
  const { name, description, price_minor, compare_price_minor, variants: sent, is_featured, version } = savedFields(typed) as Record<string, unknown>
  expect([name, description, compare_price_minor, sent, is_featured]).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect([version, price_minor]).toEqual(['v', 4250])
})

test('without options a new product is its own variant, with the units that are there', () => {
  const typed = {
    name: 'Vase',
    price_minor: '9',
    currency: 'USD',
    options: '[]',
    variants: '[{"sku":"V","price":"","options":{},"is_active":true,"stock_delta":3}]',
  }
  expect(createdFields(typed)).toMatchObject({ name: 'Vase', price_minor: 900, options: [], stock: 3 })
  expect(createdFields(typed)).not.toHaveProperty('variants')
})
