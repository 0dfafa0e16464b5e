const listOf = (value: unknown) => (value === undefined ? [] : [value].flat())

/** A form tells which columns there are and which of them are ticked; what is kept are the others, so that a new column is seen. */
export function columnFields(fields: unknown) {
  const { column, shown, ...rest } = fields as Record<string, unknown>
  const ticked = listOf(shown)
  return { ...rest, hidden_columns: listOf(column).filter((name) => !ticked.includes(name)) }
}
