import type { ReactNode } from 'react'

export function AuthHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="text-xl">{title}</h1>
      {children && <p className="mt-2 text-muted">{children}</p>}
    </div>
  )
}
