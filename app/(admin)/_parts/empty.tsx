import type { ReactNode } from 'react'

type Props = { icon: ReactNode; title: string; children: ReactNode; action?: ReactNode }

/** What stands where records will be: what they are good for, and the first step. */
export function Empty({ icon, title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-14 text-center">
      <span className="mb-1 grid size-12 place-items-center rounded-full bg-accent-soft text-accent">{icon}</span>
      <h2 className="text-lg">{title}</h2>
      <p className="measure text-muted">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
