/** A form's `banned` is a word. */
export function banOf(fields: unknown) {
  const { id, banned } = fields as Record<string, unknown>
  return { id, banned: banned === 'yes' ? true : banned === 'no' ? false : banned }
}
