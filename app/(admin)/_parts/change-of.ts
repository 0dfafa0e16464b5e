/** In percent; null when there was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null => (before === 0 ? null : Math.round(((now - before) / before) * 100))
