/** A field within a row of the variants. */
export const smallField =
  'h-10 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-sm placeholder:text-muted hover:border-ink aria-invalid:border-danger'
