const unitMs: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** Milliseconds of a duration as the SDK writes it ("1h30m", "7d"); the empty text, its way to write nothing at all, is 0. @returns null for anything else. */
export function parseDuration(text: string): number | null {
  if (!/^(?:\d+(?:\.\d+)?\s*(?:ms|[smhdw])\s*)*$/.test(text)) return null
  return [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|[smhdw])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0)
}

/** When a sleep or a timeout is over: `text` is a duration from `nowMs` on, or a moment. @throws Error when it is neither. */
export function momentOf(text: string, nowMs: number): number {
  const duration = parseDuration(text)
  if (duration !== null) return nowMs + duration
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) throw new Error(`"${text}" is neither a duration nor a date.`)
  return moment
}
