'use client'

import { useEffect } from 'react'
import { MoonIcon, SunIcon } from './icons'

/** Switches between light and dark. Choosing what the system says anyway forgets the choice, so that the shop follows the system again. */
export function ThemeToggle({ className }: { className?: string }) {
  useEffect(markDocument, [])
  return (
    <button type="button" onClick={switchTheme} className={className} aria-label="Switch between light and dark">
      <MoonIcon className="theme-light" />
      <SunIcon className="theme-dark" />
    </button>
  )
}

/** Next draws a page that is not found in the browser alone; the script in the head has then not run. */
function markDocument() {
  const root = document.documentElement
  root.classList.add('js')
  try {
    const chosen = localStorage.getItem('theme')
    if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen
  } catch {
    // Storage may be forbidden; the system's theme holds then.
  }
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
