/** The form of one variant as a change of many. */
export function adjustmentFields(fields: unknown) {
  const { variant_id, units, reason, note } = fields as Record<string, unknown>
  return { changes: [{ variant_id, units }], reason, note }
}
