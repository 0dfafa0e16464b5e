import type { ReactNode } from 'react'

type Props = { icon: ReactNode; title: string; children: ReactNode; action?: ReactNode; level?: 'h2' | 'h3' }

/** What stands where something will be: what it is good for, and the first step to it. */
export function EmptyState({ icon, title, children, action, level: Title = 'h2' }: Props) {
  return (
    <div className="grid justify-items-start gap-3 rounded-lg bg-sunken p-6 sm:p-10">
      <span className="mb-1 grid size-12 place-items-center rounded-full bg-accent-soft text-accent">{icon}</span>
      <Title className="display text-lg">{title}</Title>
      <p className="measure mb-2 text-muted">{children}</p>
      {action}
    </div>
  )
}
