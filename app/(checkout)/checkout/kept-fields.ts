import type { Fields } from './field-checks'

const STORED = 'highstreet.checkout'

/** Never kept: keys and amounts belong to one page, and card fields have no names in the first place. */
const isOwn = (name: string) => !name.startsWith('$') && name !== 'idempotency_key' && !name.startsWith('expected_total')

export function fieldsOfForm(form: HTMLFormElement): Fields {
  const fields: Fields = {}
  for (const [name, value] of new FormData(form)) if (isOwn(name) && typeof value === 'string') fields[name] = value
  return fields
}

/** What was typed survives a reload of this tab, and nothing longer than that. */
export function keepFields(form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(fieldsOfForm(form)))
  } catch {
    // Storage may be forbidden or full; typing goes on.
  }
}

export function keptFields(): Fields | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as Fields | null
  } catch {
    return null
  }
}

export function forgetFields(): void {
  try {
    sessionStorage.removeItem(STORED)
  } catch {
    // Nothing was kept then.
  }
}
