import type { CSSProperties } from 'react'
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

/** One element, whatever the number of stars: `.stars` draws them, and a list shows hundreds. */
function StarRow({ average }: { average: number }) {
  return <span aria-hidden className="stars" style={{ '--filled': `${Math.round(average * 10) * 2}%` } as CSSProperties} />
}
