import type { DemoOption } from '../../types'

/** Shoe sizes, for example `EU 42` with the code `42`. */
export const shoes = (...sizes: number[]): DemoOption => ({
  name: 'Size',
  values: sizes.map((size) => ({ value: `EU ${size}`, code: String(size) })),
})

/** Clothing sizes; the letters are the code. */
export const letters = (...sizes: ('XS' | 'S' | 'M' | 'L' | 'XL')[]): DemoOption => ({
  name: 'Size',
  values: sizes.map((size) => ({ value: size, code: size })),
})

/** Waist sizes in inches, for example `W32`. */
export const waists = (...sizes: number[]): DemoOption => ({
  name: 'Size',
  values: sizes.map((size) => ({ value: `W${size}`, code: `W${size}` })),
})
