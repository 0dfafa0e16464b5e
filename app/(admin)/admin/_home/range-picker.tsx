import { classes } from '@/app/_ui/classes'
import { ranges } from '@/lib/home/schemas'

/** How far the chart goes back; the address holds it. */
export function RangePicker({ days }: { days: string }) {
  return (
    <nav aria-label="Range" className="flex rounded-full bg-sunken p-0.5">
      {ranges.map((range) => (
        <a
          key={range}
          href={`/admin?days=${range}`}
          aria-current={days === String(range) ? 'true' : undefined}
          className={classes(
            'tabular inline-flex h-8 items-center rounded-full px-3 text-sm',
            days === String(range) ? 'bg-surface font-semibold shadow-sm' : 'text-muted hover:text-ink',
          )}
        >
          {range} days
        </a>
      ))}
    </nav>
  )
}
