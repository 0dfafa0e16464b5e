import { MenuIcon } from '@/app/_ui/icons'
import { ThemeToggle } from '@/app/_ui/theme-toggle'
import type { Area } from './areas'
import { Bell } from './bell'
import { CommandBar } from './command-bar'

/** Always in sight: the way to everything (⌘K), what is new, and the theme. */
export function TopBar({ areas }: { areas: Area[] }) {
  return (
    <header className="no-print sticky top-0 z-30 flex h-14 items-center gap-1 border-line border-b bg-paper/90 px-3 backdrop-blur-md sm:px-6">
      <button
        type="button"
        popoverTarget="admin-menu"
        aria-label="Open the menu"
        className="-ml-1 grid size-11 place-items-center rounded-full hover:bg-sunken lg:hidden"
      >
        <MenuIcon />
      </button>
      <CommandBar areas={areas} />
      <div className="ml-auto flex items-center">
        <ThemeToggle className="with-js inline-flex size-11 items-center justify-center rounded-full hover:bg-sunken" />
        <Bell />
      </div>
    </header>
  )
}
