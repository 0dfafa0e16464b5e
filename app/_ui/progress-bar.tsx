type Props = {
  /** What is going on, for the ear; the eye reads it beside the bar. */
  label: string
  done: number
  /** Null while nobody knows how much there is. */
  total: number | null
  /** How many a second. */
  rate?: number | null
  secondsLeft?: number | null
  /** What is counted, in the plural: "entries". */
  unit: string
  locale: string
}

/** How far something is, as a bar and in words. The words change more often than anybody wants to hear, so they are no live region. */
export function ProgressBar({ label, done, total, rate, secondsLeft, unit, locale }: Props) {
  const number = new Intl.NumberFormat(locale)
  const percent = total === null ? null : total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))
  const words = [
    total === null ? 'Getting started' : `${number.format(done)} of ${number.format(total)} ${unit}`,
    rate ? `${number.format(rate < 10 ? rate : Math.round(rate))} a second` : null,
    secondsLeft ? durationLeft(secondsLeft) : null,
  ]
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={words[0] ?? undefined}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={`h-full rounded-full bg-accent transition-[width] duration-240 ${percent === null ? 'animate-pulse motion-reduce:animate-none' : ''}`}
          style={{ width: `${percent ?? 8}%` }}
        />
      </div>
      <p className="mt-2 text-muted text-sm tabular-nums">{words.filter(Boolean).join(' · ')}</p>
    </div>
  )
}

/** Rounded, because it is a guess. */
function durationLeft(seconds: number): string {
  if (seconds < 10) return 'a few seconds left'
  if (seconds < 90) return `about ${Math.round(seconds / 10) * 10} seconds left`
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes left`
  return `about ${Math.round(seconds / 3600)} hours left`
}
