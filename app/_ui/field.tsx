import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { ChevronDownIcon } from './icons'

/** The look of inputs and selects. 16 px text, so that phones do not zoom in. */
export const inputClass =
  'block h-12 w-full rounded-md border border-edge bg-surface px-3.5 text-base text-ink placeholder:text-muted transition-colors hover:border-ink focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-danger'

type FieldProps = { id: string; label: ReactNode; hint?: ReactNode; error?: string; className?: string }

/** A label above, what is wrong below, both tied to the control: `control` is given the attributes that tie them. */
export function Field({ id, label, hint, error, className, control }: FieldProps & { control: (ties: ControlTies) => ReactNode }) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {control({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}

export type ControlTies = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export function TextField({
  label,
  hint,
  error,
  fieldClassName,
  id,
  ...input
}: Omit<FieldProps, 'className'> & { fieldClassName?: string } & ComponentProps<'input'>) {
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      className={fieldClassName}
      control={(ties) => <input {...input} {...ties} className={classes(inputClass, input.className)} />}
    />
  )
}

/** A select with our arrow: browsers draw theirs too close to the edge, and each in its own way. */
export function Select({ className, ...select }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select {...select} className={classes(inputClass, 'appearance-none pr-10', className)} />
      <ChevronDownIcon className="pointer-events-none absolute top-3.5 right-3 size-5 text-muted" />
    </span>
  )
}
