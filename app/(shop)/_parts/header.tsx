import Link from 'next/link'
import { AccountLink } from '@/app/_client/account-link'
import { CartButton } from '@/app/_client/cart-button'
import { MenuPanel } from '@/app/_client/menu-panel'
import { SearchBox } from '@/app/_client/search-box'
import { MenuIcon, XIcon } from '@/app/_ui/icons'
import { Wordmark } from '@/app/_ui/logo'
import { ThemeToggle } from '@/app/_ui/theme-toggle'
import type { CategoryNode } from '@/lib/catalog/schemas'

const iconButton = 'inline-flex size-11 items-center justify-center rounded-full hover:bg-sunken'

/** The row with the wordmark stays at the top; on phones the search stands below it and scrolls away. */
export function Header({ shopName, departments }: { shopName: string; departments: CategoryNode[] }) {
  return (
    <header className="contents">
      <div className="no-print sticky top-0 z-30 bg-paper/90 backdrop-blur-md">
        <div className="page flex h-16 items-center sm:gap-1">
          <button
            type="button"
            popoverTarget="departments"
            className="-ml-2.5 inline-flex h-11 items-center gap-2 rounded-full px-2.5 font-semibold hover:bg-sunken"
          >
            <MenuIcon />
            <span className="max-lg:sr-only">Shop</span>
          </button>
          <Link
            href="/"
            prefetch={false}
            aria-label={`${shopName}, home`}
            className="rounded-md p-1 max-[23rem]:[&_.display]:text-lg max-[23rem]:[&_svg]:size-7 lg:ml-2"
          >
            <Wordmark name={shopName} />
          </Link>
          <div className="ml-auto flex items-center">
            <ThemeToggle className={`with-js ${iconButton}`} />
            <AccountLink />
            <CartButton />
          </div>
        </div>
      </div>
      <div className="no-print pointer-events-none z-40 pb-3 lg:sticky lg:top-0 lg:-mt-16 lg:flex lg:h-16 lg:items-center lg:pb-0">
        <div className="page flex justify-center">
          <div className="pointer-events-auto w-full lg:w-[min(32rem,42vw)]">
            <SearchBox />
          </div>
        </div>
      </div>
      <Departments departments={departments} />
    </header>
  )
}

/** Every category by name. A popover of the platform: it opens without JavaScript, closes with Escape and gives the focus back. */
function Departments({ departments }: { departments: CategoryNode[] }) {
  return (
    <MenuPanel
      id="departments"
      className="fixed inset-x-0 top-0 bottom-auto m-0 max-h-dvh w-full max-w-none overflow-y-auto overscroll-contain border-line border-b bg-surface shadow-lg"
    >
      <nav aria-label="Categories" className="page pb-10">
        <div className="flex h-16 items-center justify-between">
          <p className="display text-lg">Everything in the shop</p>
          <button type="button" popoverTarget="departments" popoverTargetAction="hide" aria-label="Close" className={`-mr-2.5 ${iconButton}`}>
            <XIcon />
          </button>
        </div>
        <ul className="grid grid-cols-2 gap-x-6 gap-y-7 md:grid-cols-3 lg:grid-cols-6">
          {departments.map((department) => (
            <li key={department.id}>
              <Link
                href={`/c/${department.slug}`}
                prefetch={false}
                className="inline-block rounded-md py-1 font-semibold hover:text-accent hover:underline"
              >
                {department.name}
              </Link>
              <ul className="mt-1">
                {department.children.map((category) => (
                  <li key={category.id}>
                    <Link
                      href={`/c/${category.slug}`}
                      prefetch={false}
                      className="inline-block rounded-md py-1 text-muted hover:text-ink hover:underline"
                    >
                      {category.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <ul aria-label="Your account" className="mt-8 flex flex-wrap gap-x-6 gap-y-1 border-line border-t pt-6">
          {accountPages.map(([href, name]) => (
            <li key={href}>
              <a href={href} className="inline-block rounded-md py-1 font-semibold hover:text-accent hover:underline">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </MenuPanel>
  )
}

const accountPages = [
  ['/account', 'Your account'],
  ['/account/orders', 'Orders'],
  ['/account/wishlist', 'Wishlist'],
] as const
