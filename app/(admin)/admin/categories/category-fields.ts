type Fields = Record<string, unknown>

/** The form of a category: an empty parent is the top, and an unticked box is not sent at all. */
export function categoryFields(fields: unknown) {
  const { parent_id, is_active, slug, ...rest } = fields as Fields
  const place = parent_id === undefined ? {} : { parent_id: parent_id === '' ? null : parent_id, is_active: is_active === 'on' }
  return { ...rest, ...place, ...(slug === undefined ? {} : { slug: slug === '' ? addressOf(String(rest.name ?? '')) : slug }) }
}

/** "Café & Tea" as an address: `cafe-tea`. */
const addressOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
