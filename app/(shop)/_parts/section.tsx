import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ArrowRightIcon } from '@/app/_ui/icons'

type Props = { id: string; title: string; lead?: string; more?: { href: Route; text: string }; children: ReactNode }

export function Section({ id, title, lead, more, children }: Props) {
  return (
    <section aria-labelledby={id} className="page py-10 md:py-14">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 md:mb-8">
        <div>
          <h2 id={id} className="text-xl">
            {title}
          </h2>
          {lead && <p className="mt-1 text-muted">{lead}</p>}
        </div>
        {more && (
          <Link href={more.href} prefetch={false} className="inline-flex min-h-8 items-center gap-1.5 font-semibold text-accent hover:underline">
            {more.text} <ArrowRightIcon width="16" height="16" />
          </Link>
        )}
      </div>
      {children}
    </section>
  )
}
