/** Lines that were given a quantity, from the fields `quantity/{id}`, `reason/{id}` and `note/{id}`. */
export function returnFields(fields: unknown): Record<string, unknown> {
  const sent = fields as Record<string, unknown>
  const chosen = Object.keys(sent).flatMap((name) => {
    const id = name.startsWith('quantity/') ? name.slice('quantity/'.length) : null
    return id && sent[name] !== '0' ? [id] : []
  })
  return {
    number: sent.number,
    note: sent.note ?? '',
    lines: chosen.map((id) => ({
      order_item_id: id,
      quantity: sent[`quantity/${id}`],
      reason: sent[`reason/${id}`],
      note: sent[`note/${id}`] ?? '',
    })),
  }
}
