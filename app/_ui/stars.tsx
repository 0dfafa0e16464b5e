import type { CSSProperties } from 'react'
import { classes } from './classes'

/** Five stars, filled to a tenth. The number is read out, the drawing is not. */
export function Stars({ average, count, className }: { average: number; count?: number; className?: string }) {
  return (
    <span className={classes('rating', className)}>
      <StarRow average={average} />
      <span className="sr-only">{spoken(average, count)}</span>
      {count !== undefined && (
        <span aria-hidden className="tabular text-muted">
          {`${average.toFixed(1)} (${count})`}
        </span>
      )}
    </span>
  )
}

/** One text, because each piece would be an element of its own in the page and in what React reads. */
function spoken(average: number, count: number | undefined): string {
  const rated = `Rated ${average.toFixed(1)} of 5`
  return count === undefined ? rated : `${rated}, ${count} ${count === 1 ? 'review' : 'reviews'}`
}

/** One element, whatever the number of stars: `.stars` draws them, and a list shows hundreds. */
function StarRow({ average }: { average: number }) {
  return <span aria-hidden className="stars" style={{ '--filled': `${Math.round(average * 10) * 2}%` } as CSSProperties} />
}
