const letterSizes = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL', '4XL', 'One size']
const numeric = new Intl.Collator('en', { numeric: true })

/** Values that are measures (`EU 37`, `250 ml`, `S`) in their own order, from small to large; others stay as they are, the most frequent first. */
export function inSizeOrder<T extends { label: string }>(values: T[]): T[] {
  const isMeasure = ({ label }: T) => /\d/.test(label) || letterSizes.includes(label)
  if (!values.every(isMeasure)) return values
  return values.toSorted((a, b) => letterSizes.indexOf(a.label) - letterSizes.indexOf(b.label) || numeric.compare(a.label, b.label))
}
