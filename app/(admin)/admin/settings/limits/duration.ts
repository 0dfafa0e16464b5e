const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** `3600` is `an hour`, `900` is `15 minutes`; what is no whole number of a unit is told in a smaller one. */
export function duration(seconds: number): string {
  const [name, length] = units.find(([, unit]) => seconds % unit === 0) ?? ['second', 1]
  const count = seconds / length
  if (count === 1) return `${name === 'hour' ? 'an' : 'a'} ${name}`
  return `${count.toLocaleString('en-US')} ${name}s`
}
