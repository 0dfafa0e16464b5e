'use client'

import { MoonIcon, SunIcon } from './icons'

/** Switches between light and dark. Choosing what the system says anyway forgets the choice, so that the shop follows the system again. */
export function ThemeToggle({ className }: { className?: string }) {
  return (
    <button type="button" onClick={switchTheme} className={className} aria-label="Switch between light and dark">
      <MoonIcon className="theme-light" />
      <SunIcon className="theme-dark" />
    </button>
  )
}

function switchTheme() {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
  if (next === system) delete root.dataset.theme
  else root.dataset.theme = next
  try {
    if (next === system) localStorage.removeItem('theme')
    else localStorage.setItem('theme', next)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
