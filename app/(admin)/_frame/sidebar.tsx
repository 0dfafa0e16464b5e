import { MenuPanel } from '@/app/_client/menu-panel'
import { ExternalLinkIcon, XIcon } from '@/app/_ui/icons'
import { Wordmark } from '@/app/_ui/logo'
import { SignOutButton } from '@/app/(account)/_parts/sign-out-button'
import { AreaList } from './area-list'
import type { Area } from './areas'

type Props = { areas: Area[]; shopName: string; person: string; role: string }

/** A column on wide screens; on phones and tablets a drawer that the bar opens. */
export function Sidebar(props: Props) {
  return (
    <>
      <aside className="no-print sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto border-line border-r bg-surface px-3 py-4 max-lg:hidden">
        <Inside {...props} label="Dashboard" />
      </aside>
      <MenuPanel
        id="admin-menu"
        className="fixed inset-y-0 left-0 m-0 h-dvh max-h-none w-72 max-w-[85vw] overflow-y-auto overscroll-contain border-line border-r bg-surface p-4 shadow-lg lg:hidden"
      >
        <aside aria-label="Menu" className="flex min-h-full flex-col gap-6">
          <Inside {...props} label="Dashboard menu" isDrawer />
        </aside>
      </MenuPanel>
    </>
  )
}

function Inside({ areas, shopName, person, role, label, isDrawer = false }: Props & { label: string; isDrawer?: boolean }) {
  return (
    <>
      <div className="flex items-center justify-between gap-2 pl-1">
        <a href="/admin" className="rounded-md p-1 [&_.display]:text-lg [&_svg]:size-7" aria-label={`${shopName} dashboard, home`}>
          <Wordmark name={shopName} />
        </a>
        {isDrawer && (
          <button
            type="button"
            popoverTarget="admin-menu"
            popoverTargetAction="hide"
            aria-label="Close the menu"
            className="grid size-11 place-items-center rounded-full hover:bg-sunken"
          >
            <XIcon />
          </button>
        )}
      </div>
      <AreaList areas={areas} label={label} />
      <div className="mt-auto grid gap-1 border-line border-t pt-4">
        <a href="/" className="flex h-10 items-center gap-3 rounded-md px-3 text-muted hover:bg-sunken hover:text-ink">
          <ExternalLinkIcon className="shrink-0" />
          View the shop
        </a>
        <SignOutButton className="[&_button]:h-10 [&_button]:w-full [&_button]:justify-start [&_button]:gap-3 [&_button]:rounded-md [&_button]:px-3 [&_button]:font-normal [&_button]:text-muted" />
        <a href="/account" className="mt-1 block rounded-md px-3 py-1.5 hover:bg-sunken">
          <span className="block truncate font-semibold text-sm">{person}</span>
          <span className="block text-muted text-sm">{role === 'admin' ? 'Admin' : 'Staff'}</span>
        </a>
      </div>
    </>
  )
}
