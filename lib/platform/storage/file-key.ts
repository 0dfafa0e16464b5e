const FORM = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/
const MAX_LENGTH = 200

/** Keys are made by us, never by callers: one that could leave its directory is a bug. @throws Error */
export function requireFileKey(key: string): string {
  if (!isFileKey(key)) throw new Error(`Not a key of a file: ${JSON.stringify(key)}`)
  return key
}

export const isFileKey = (key: string): boolean => key.length <= MAX_LENGTH && FORM.test(key)
