import type { ReactNode } from 'react'
import { classes } from './classes'
import { ArrowDownIcon, ArrowUpIcon } from './icons'

type Props = {
  label: string
  value: string | number
  /** What the value is compared with, in words. */
  hint?: ReactNode
  /** A change in percent; up is good unless `lessIsBetter`. Null when there is nothing to compare with. */
  change?: number | null
  lessIsBetter?: boolean
  href?: string
  tone?: 'plain' | 'warning' | 'danger'
}

/** A number that matters, what it is, and where its list is. */
export function Tile({ label, value, hint, change, lessIsBetter = false, href, tone = 'plain' }: Props) {
  const inside = (
    <>
      <p className="text-muted text-sm">{label}</p>
      <p
        className={classes('display tabular mt-1 leading-tight', tone === 'warning' && 'text-warning', tone === 'danger' && 'text-danger')}
        style={{ fontSize: sizeFor(value) }}
      >
        {value}
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-muted text-sm">
        {typeof change === 'number' && <Change percent={change} isGood={lessIsBetter ? change < 0 : change > 0} />}
        {hint}
      </p>
    </>
  )
  const look = '@container block rounded-lg bg-surface p-4 shadow-sm sm:p-5'
  if (!href) return <div className={look}>{inside}</div>
  return (
    <a href={href} className={classes(look, 'transition-shadow hover:shadow-lg')}>
      {inside}
    </a>
  )
}

/** As large as headings are, or as fits into the tile on one line; a figure is a little over half as wide as it is high. */
const sizeFor = (value: string | number) => `min(var(--text-xl), ${Math.floor(170 / String(value).length)}cqi)`

function Change({ percent, isGood }: { percent: number; isGood: boolean }) {
  if (percent === 0) return <span className="font-medium">No change</span>
  const Arrow = percent > 0 ? ArrowUpIcon : ArrowDownIcon
  return (
    <span className={classes('tabular inline-flex items-center gap-0.5 font-semibold', isGood ? 'text-success' : 'text-danger')}>
      <Arrow width="14" height="14" strokeWidth="2.5" label={percent > 0 ? 'up' : 'down'} />
      {Math.abs(percent).toLocaleString('en-US', { maximumFractionDigits: 0 })} %
    </span>
  )
}
