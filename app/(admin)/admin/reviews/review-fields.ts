type Fields = Record<string, unknown>

/** The decision about the selected rows, or about all that match the list's query; no reason is the empty choice. */
export function decisionOf(fields: unknown) {
  const { decision, reason, all, query, ids } = fields as Fields
  return {
    decision,
    ...(reason ? { reason } : {}),
    ...(all === 'on' ? { filters: Object.fromEntries(new URLSearchParams(String(query ?? ''))) } : { ids: [ids ?? []].flat() }),
  }
}
