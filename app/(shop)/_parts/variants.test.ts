import { describe, expect, it } from 'vitest'
import type { Variant } from '@/lib/catalog/schemas'
import { firstVariant, optionStates, variantFromAddress } from './variants'

const variant = (Colour: string, Size: string, availability: Variant['availability'] = 'in_stock'): Variant => ({
  id: crypto.randomUUID() as Variant['id'],
  sku: `${Colour}-${Size}`,
  options: { Colour, Size },
  price: { amount: 1000, currency: 'USD' },
  compare_price: null,
  availability,
  left: availability === 'sold_out' ? 0 : null,
  picture_index: null,
})

const redS = variant('Red', 'S')
const redM = variant('Red', 'M', 'sold_out')
const blueM = variant('Blue', 'M')
const greenL = variant('Green', 'L', 'sold_out')
const variants = [redM, redS, blueM, greenL]
const options = [
  { name: 'Colour', values: ['Red', 'Blue', 'Green', 'Black'] },
  { name: 'Size', values: ['S', 'M', 'L'] },
]

describe('the variant picker', () => {
  it('starts with the first that can be had', () => {
    expect(firstVariant(variants)).toBe(redS)
  })

  it('leads to the nearest combination when the exact one was never made or is sold out', () => {
    const colours = optionStates(['Red', 'Blue'], 'Colour', redS, variants)
    expect(colours[1]).toMatchObject({ target: blueM, note: 'changes the rest' })
    const sizes = optionStates(['S', 'M', 'L'], 'Size', redS, variants)
    expect(sizes[1]).toMatchObject({ target: blueM, note: 'changes the rest' })
  })

  it('closes only what is gone altogether, and says why', () => {
    const [, , green, black] = optionStates(['Red', 'Blue', 'Green', 'Black'], 'Colour', redS, variants)
    expect(green).toMatchObject({ target: null, note: 'sold out' })
    expect(black).toMatchObject({ target: null, note: 'not made' })
  })

  it('takes a part of a choice from the address, and nothing from a wrong one', () => {
    expect(variantFromAddress({ options, variants }, '?Colour=Blue')).toBe(blueM)
    expect(variantFromAddress({ options, variants }, '?Colour=Red&Size=M')).toBe(redM)
    expect(variantFromAddress({ options, variants }, '?Colour=Pink')).toBeNull()
    expect(variantFromAddress({ options, variants }, '?utm=1')).toBeNull()
  })
})
