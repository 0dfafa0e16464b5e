'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classes } from '@/app/_ui/classes'
import { AreaIconOf } from './area-icon'
import type { Area } from './areas'

/** The areas as links, with the one that the page belongs to. */
export function AreaList({ areas, label }: { areas: Area[]; label: string }) {
  const path = usePathname()
  const isCurrent = ({ href, inside = [] }: Area) =>
    path === href || (href !== '/admin' && path.startsWith(`${href}/`)) || inside.some((page) => page.href === path)
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">
        {areas.map((area) => (
          <li key={area.href}>
            <Link
              href={area.href}
              prefetch={false}
              aria-current={isCurrent(area) ? 'page' : undefined}
              className={classes(
                'flex h-10 items-center gap-3 rounded-md px-3 transition-colors',
                isCurrent(area) ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              <AreaIconOf icon={area.icon} />
              {area.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
