/** Controls, and the marks that turn the direction of everything after them. */
const UNWANTED = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu
/** What shows something: no space, no format character, no letter that Unicode keeps blank, no mark without a letter. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u

/** What nobody sees within a line and no script needs: blanks without width, soft hyphens, tags. Joiners are none of them. */
const HIDDEN = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u

/** Whether a line, which may be empty, is what it looks like: nothing in it is hidden or turns the direction of the text. */
export const isPlainLine = (text: string): boolean => visibleLine(text) === text.trim() && !HIDDEN.test(text)

/**
 * A line of a name or an address as people see it: without controls and marks of direction, and empty when there is nothing to see.
 * Joiners within a word stay: Persian and Indic names need them.
 */
export function visibleLine(text: string): string {
  const line = text.replace(UNWANTED, (found) => (/\s/.test(found) ? ' ' : '')).trim()
  return VISIBLE.test(line) ? line : ''
}
