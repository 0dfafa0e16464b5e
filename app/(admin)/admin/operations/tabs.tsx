import { classes } from '@/app/_ui/classes'

const tabs = [
  ['/admin/operations', 'Health'],
  ['/admin/operations/jobs', 'Jobs'],
  ['/admin/operations/events', 'Events'],
  ['/admin/operations/mails', 'Mails'],
  ['/admin/operations/cache', 'Caches'],
] as const

/** The pages of the area, above each of them. */
export function Tabs({ current }: { current: (typeof tabs)[number][0] }) {
  return (
    <nav aria-label="Operations" className="mb-5 flex gap-1 overflow-x-auto border-line border-b">
      {tabs.map(([href, name]) => (
        <a
          key={href}
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className={classes(
            '-mb-px inline-flex h-11 items-center whitespace-nowrap border-b-2 px-3 text-sm',
            href === current ? 'border-accent font-semibold' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
