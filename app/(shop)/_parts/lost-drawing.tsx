/** An empty shop window with its light on. */
export function LostDrawing() {
  return (
    <svg viewBox="0 0 240 150" width="240" height="150" aria-hidden className="h-auto max-w-full">
      <rect x="30" y="46" width="180" height="98" rx="8" fill="var(--color-sunken)" />
      <path
        d="M22 22h196v22a14 14 0 0 1-28 0 14 14 0 0 1-28 0 14 14 0 0 1-28 0 14 14 0 0 1-28 0 14 14 0 0 1-28 0 14 14 0 0 1-28 0 14 14 0 0 1-28 0Z"
        fill="var(--color-accent)"
      />
      <path d="M50 44a14 14 0 0 0 28 0V22H50ZM106 44a14 14 0 0 0 28 0V22h-28ZM162 44a14 14 0 0 0 28 0V22h-28Z" fill="var(--color-accent-soft)" />
      <path d="M120 64v14" stroke="var(--color-edge)" strokeWidth="2" />
      <path d="M104 92a16 16 0 0 1 32 0Z" fill="var(--color-edge)" />
      <path d="M100 94h40l18 42H82Z" fill="var(--color-warning)" opacity=".18" />
      <path d="M46 136h148" stroke="var(--color-edge)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}
