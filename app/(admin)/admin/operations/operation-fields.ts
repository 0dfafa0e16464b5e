/** The selected rows; one row is no list in a form. */
export const idsOf = (fields: unknown) => ({ ids: [(fields as Record<string, unknown>).ids ?? []].flat() })
