export const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** The largest unit of which it is a whole number: `7200` is 2 hours. */
export function inUnits(seconds: number): { count: number; unit: (typeof units)[number][0] } {
  const [unit, length] = units.find(([, unitSeconds]) => seconds % unitSeconds === 0) ?? ['second', 1]
  return { count: seconds / length, unit }
}

/** `3600` is `an hour`, `900` is `15 minutes`; what is no whole number of a unit is told in a smaller one. */
export function duration(seconds: number): string {
  const { count, unit } = inUnits(seconds)
  if (count === 1) return `${unit === 'hour' ? 'an' : 'a'} ${unit}`
  return `${count.toLocaleString('en-US')} ${unit}s`
}
