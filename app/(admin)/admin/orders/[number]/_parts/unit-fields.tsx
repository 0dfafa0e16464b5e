'use client'

type Line = { id: string; name: string; variant_title: string; max: number; hint?: string }

type Props = {
  legend: string
  group?: string
  lines: Line[]
  values: Record<string, string>
  isAll?: boolean
  onChange?: (units: Map<string, number>) => void
}

/** How many units of each line, from none to as many as there are. */
export function UnitFields({ legend, group = 'units', lines, values, isAll = false, onChange }: Props) {
  function tell(event: React.FormEvent<HTMLFieldSetElement>) {
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="number"]')]
    onChange?.(new Map(inputs.map((input) => [input.name.slice(group.length + 1), Number(input.value) || 0])))
  }
  return (
    <fieldset className="grid gap-2" onInput={tell}>
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      {lines.map(({ id, name, variant_title, max, hint }) => (
        <label key={id} className="flex items-center justify-between gap-4 rounded-md bg-sunken px-3 py-2">
          <span className="min-w-0 text-sm">
            <span className="block truncate font-medium">{name}</span>
            <span className="block text-muted">{[variant_title, hint ?? `${max} left`].filter(Boolean).join(' · ')}</span>
          </span>
          <input
            id={`${group}/${id}`}
            type="number"
            name={`${group}/${id}`}
            min={0}
            max={max}
            step={1}
            inputMode="numeric"
            defaultValue={values[`${group}/${id}`] ?? (isAll ? max : 0)}
            aria-label={`Units of ${[name, variant_title].filter(Boolean).join(', ')}`}
            className="tabular h-10 w-20 shrink-0 rounded-md border border-edge bg-surface px-2 text-right text-base"
          />
        </label>
      ))}
    </fieldset>
  )
}
