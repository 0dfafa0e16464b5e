import type { Variant } from '@/lib/catalog/schemas'

export type OptionValueState = {
  value: string
  isChosen: boolean
  /** What choosing it leads to: this value with as much of the present choice as exists. Null when nothing with it can be had. */
  target: Variant | null
  /** Said beside the value when it is not simply available. */
  note: 'sold out' | 'not made' | 'changes the rest' | null
}

/** The variant a page starts with: the first that can be had, otherwise the first. */
export function firstVariant(variants: Variant[]): Variant {
  const first = variants.find(isAvailable) ?? variants[0]
  if (!first) throw new Error('A product has at least one variant.')
  return first
}

/**
 * The values of one option as they stand beside the present choice. Any existing combination can be reached: a value whose exact
 * combination was never made or is sold out leads to the nearest one that can be had, and only what is gone altogether is closed.
 */
export function optionStates(values: string[], name: string, current: Variant, variants: Variant[]): OptionValueState[] {
  return values.map((value) => {
    const having = variants.filter((variant) => variant.options[name] === value)
    const exact = having.find((variant) => differences(variant, current, name) === 0)
    const isChosen = current.options[name] === value
    if (exact && isAvailable(exact)) return { value, isChosen, target: exact, note: null }
    const nearest = having.filter(isAvailable).sort((a, b) => differences(a, current, name) - differences(b, current, name))[0]
    if (nearest && !isChosen) return { value, isChosen, target: nearest, note: 'changes the rest' }
    return { value, isChosen, target: isChosen ? current : null, note: having.length > 0 ? 'sold out' : 'not made' }
  })
}

/** `?Colour=Red&Size=L`; a part is enough. Null when the address names nothing that exists. */
export function variantFromAddress({ options, variants }: { options: { name: string }[]; variants: Variant[] }, search: string): Variant | null {
  const params = new URLSearchParams(search)
  const wanted = options.flatMap(({ name }) => (params.has(name) ? [[name, params.get(name)] as const] : []))
  if (wanted.length === 0) return null
  const fitting = variants.filter((variant) => wanted.every(([name, value]) => variant.options[name] === value))
  return fitting.find(isAvailable) ?? fitting[0] ?? null
}

/** So that the choice can be shared and survives a reload. */
export function writeVariantToAddress(variant: Variant): void {
  const query = new URLSearchParams(variant.options).toString()
  history.replaceState(null, '', query ? `?${query}` : location.pathname)
}

const isAvailable = (variant: Variant): boolean => variant.availability !== 'sold_out'

const differences = (variant: Variant, current: Variant, except: string): number =>
  Object.entries(current.options).filter(([name, value]) => name !== except && variant.options[name] !== value).length
