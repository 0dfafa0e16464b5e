/** The sign over the door: an awning over a counter. The same drawing is in `app/icon.svg`, mails and Open Graph pictures. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" fill="var(--color-accent)" />
      <path d="M6 8.5h20v4.2a3.33 3.33 0 0 1-6.67 0 3.33 3.33 0 0 1-6.66 0 3.33 3.33 0 0 1-6.67 0Z" fill="var(--color-accent-ink)" />
      <path d="M10.5 19v6.5M21.5 19v6.5M10.5 22.2h11" stroke="var(--color-accent-ink)" strokeWidth="2.6" strokeLinecap="round" fill="none" />
    </svg>
  )
}

export function Wordmark({ name }: { name: string }) {
  return (
    <span className="flex items-center gap-2.5">
      <Mark className="size-8 shrink-0" />
      <span className="display text-[1.375rem] leading-none font-[560] tracking-[-0.03em]">{name}</span>
    </span>
  )
}
