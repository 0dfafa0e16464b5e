/** Controls, and the marks that turn the direction of everything after them. */
const UNWANTED = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu
/** What shows something: no space, no format character, no letter that Unicode keeps blank, no mark without a letter. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u

/**
 * A line of a name or an address as people see it: without controls and marks of direction, and empty when there is nothing to see.
 * Joiners within a word stay: Persian and Indic names need them.
 */
export function visibleLine(text: string): string {
  const line = text.replace(UNWANTED, (found) => (/\s/.test(found) ? ' ' : '')).trim()
  return VISIBLE.test(line) ? line : ''
}
