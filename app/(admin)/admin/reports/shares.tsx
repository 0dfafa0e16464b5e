import type { ReactNode } from 'react'

type Row = { key: string; name: ReactNode; share: number; value: ReactNode; more?: ReactNode }

/** Rows with a bar each, as long as its share; the numbers stand beside it. */
export function Shares({ label, rows }: { label: string; rows: Row[] }) {
  return (
    <ul aria-label={label} className="grid gap-3 text-sm">
      {rows.map(({ key, name, share, value, more }) => (
        <li key={key} className="grid min-w-0 gap-1">
          <span className="flex min-w-0 items-baseline justify-between gap-4">
            <span className="min-w-0 truncate">{name}</span>
            <span className="tabular whitespace-nowrap">
              <span className="font-medium">{value}</span>
              {more && <span className="text-muted"> · {more}</span>}
            </span>
          </span>
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
