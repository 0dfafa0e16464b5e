import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Picture } from '@/app/_ui/picture'
import type { CartLine } from '@/lib/cart/schemas'
import { formatMoney } from '@/lib/core/format-money'

export type SummaryLine = { id: string } & Pick<CartLine, 'name' | 'variant_title' | 'picture' | 'quantity' | 'line_total'> & {
    /** The product's page, and where to write about it. */
    href?: Route | null
    reviewHref?: Route | null
    is_reviewed?: boolean
  }

/** What is bought, small: picture with the quantity, name, price. */
export function SummaryLines({ lines, locale }: { lines: SummaryLine[]; locale: string }) {
  return (
    <ul className="grid gap-4">
      {lines.map((line) => (
        <li key={line.id} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-start gap-x-3">
          <span className="tile block aspect-square" style={{ borderRadius: 'var(--radius-md)' }}>
            {line.picture && <Picture picture={line.picture} sizes="56px" alt="" />}
          </span>
          <span className="min-w-0 text-sm">
            {line.href ? (
              <Link href={line.href} prefetch={false} className="inline-block min-h-6 font-medium underline-offset-4 hover:underline">
                {line.name}
              </Link>
            ) : (
              <span className="block font-medium">{line.name}</span>
            )}
            {line.variant_title && <span className="block text-muted">{line.variant_title}</span>}
            <span className="block text-muted">Quantity {line.quantity}</span>
            {line.reviewHref && (
              <Link
                href={line.reviewHref}
                prefetch={false}
                className="no-print inline-block min-h-6 text-accent underline underline-offset-4 hover:no-underline"
              >
                {line.is_reviewed ? 'Change your review' : 'Rate and review'}
                <span className="sr-only"> {line.is_reviewed ? `of ${line.name}` : line.name}</span>
              </Link>
            )}
          </span>
          <span className="tabular text-sm">{formatMoney(line.line_total, locale)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Beside the form on wide screens; above it, folded, on narrow ones. Both are the same element, so nothing is said twice. */
export function SummaryAside({ total, children }: { total: string; children: ReactNode }) {
  return (
    <aside aria-label="Order summary" className="lg:col-start-2 lg:row-start-1 lg:row-span-2 lg:self-start lg:sticky lg:top-8">
      <details className="summary-aside group rounded-lg bg-surface shadow-sm">
        <summary className="flex min-h-14 items-center justify-between gap-4 px-5 lg:px-6">
          <span className="underline underline-offset-4">
            <span className="group-open:hidden">Show order summary</span>
            <span className="hidden group-open:inline">Hide order summary</span>
          </span>
          <span className="tabular font-semibold text-lg">{total}</span>
        </summary>
        <div className="px-5 pb-5 lg:p-6">{children}</div>
      </details>
    </aside>
  )
}
