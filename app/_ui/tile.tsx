import type { ReactNode } from 'react'
import { classes } from './classes'
import { ArrowDownIcon, ArrowUpIcon } from './icons'

type Props = {
  label: string
  value: ReactNode
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
      <p className={classes('display tabular mt-1 text-xl leading-tight', tone === 'warning' && 'text-warning', tone === 'danger' && 'text-danger')}>
        {value}
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-muted text-sm">
        {typeof change === 'number' && <Change percent={change} isGood={lessIsBetter ? change < 0 : change > 0} />}
        {hint}
      </p>
    </>
  )
  const look = 'block rounded-lg bg-surface p-4 shadow-sm sm:p-5'
  if (!href) return <div className={look}>{inside}</div>
  return (
    <a href={href} className={classes(look, 'transition-shadow hover:shadow-lg')}>
      {inside}
    </a>
  )
}

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
