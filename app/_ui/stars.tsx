import { classes } from './classes'

/** Five stars, filled to a tenth. The number is read out, the drawing is not. */
export function Stars({ average, count, className }: { average: number; count?: number; className?: string }) {
  return (
    <span className={classes('inline-flex items-center gap-1.5 text-sm', className)}>
      <StarRow average={average} />
      <span className="sr-only">Rated {average.toFixed(1)} of 5</span>
      {count !== undefined && (
        <span className="tabular text-muted">
          <span aria-hidden>{average.toFixed(1)} </span>({count}
          <span className="sr-only"> {count === 1 ? 'review' : 'reviews'}</span>)
        </span>
      )}
    </span>
  )
}

function StarRow({ average }: { average: number }) {
  const filled = `${Math.round(average * 10) * 2}%`
  return (
    <span aria-hidden className="relative inline-block leading-none">
      <span className="flex text-edge/45">{row}</span>
      <span className="absolute inset-0 flex overflow-hidden text-star" style={{ width: filled }}>
        {row}
      </span>
    </span>
  )
}

const row = [1, 2, 3, 4, 5].map((place) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: hidden by its parent, the number is read out instead
  <svg key={place} viewBox="0 0 20 20" width="15" height="15" className="shrink-0" fill="currentColor">
    <path d="m10 1.6 2.6 5.27 5.8.84-4.2 4.1 1 5.79L10 14.87l-5.2 2.73 1-5.8-4.2-4.09 5.8-.84Z" />
  </svg>
))
