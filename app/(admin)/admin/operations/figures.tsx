import { Panel } from '@/app/(admin)/_parts/page-head'

/** Numbers with their names. */
export function Figures({ id, title, figures }: { id: string; title: string; figures: (readonly [name: string, value: string])[] }) {
  return (
    <Panel id={id} title={title}>
      <dl className="grid gap-1.5 text-sm">
        {figures.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
