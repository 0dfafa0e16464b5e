import type { Route } from 'next'
import { AutoForm } from '@/app/_client/auto-form'
import { button } from '@/app/_ui/button'
import { classes } from '@/app/_ui/classes'
import { FilterRange } from '@/app/(admin)/_parts/filters'
import type { DayRange } from '@/lib/analytics/schemas'
import { type AskedDays, presets } from './days'

type Props = { range: DayRange; asked: AskedDays; today: string }

/** Which days: by one press, or from a day to a day. The address holds them. */
export function RangeChoice({ range, asked, today }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <nav aria-label="Usual ranges" className="flex flex-wrap gap-1">
        {presets(today).map(([name, { from, to }]) => {
          const isShown = from === range.from && to === range.to
          return (
            <a
              key={name}
              href={`/admin/reports?from=${from}&to=${to}`}
              aria-current={isShown ? 'true' : undefined}
              className={classes(
                'tabular inline-flex h-10 items-center rounded-full px-3.5 text-sm',
                isShown ? 'bg-surface font-semibold shadow-sm' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              {name}
            </a>
          )
        })}
      </nav>
      <search className="max-sm:w-full">
        <AutoForm action={'/admin/reports' as Route} label="Days" className="flex flex-wrap items-center gap-2">
          <FilterRange
            label="Days"
            type="date"
            from={{ name: 'from', value: asked.from ?? range.from, label: 'From' }}
            to={{ name: 'to', value: asked.to ?? range.to, label: 'To' }}
          />
          <button type="submit" className={button({ look: 'quiet', size: 'sm', className: 'without-js' })}>
            Show
          </button>
        </AutoForm>
      </search>
    </div>
  )
}
