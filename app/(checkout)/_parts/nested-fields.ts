/** Form fields named like JSON pointers (`card/number`) as the object they point into, so that errors of its schema find their field again. */
export function nestedFields(fields: unknown): Record<string, unknown> {
  const nested: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields as Record<string, unknown>)) {
    const [group = name, member] = name.split('/')
    if (member === undefined) nested[group] = value
    else nested[group] = { ...(nested[group] as Record<string, unknown> | undefined), [member]: value }
  }
  return nested
}
