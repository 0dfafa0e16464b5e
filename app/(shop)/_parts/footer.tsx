import type { Route } from 'next'
import Link from 'next/link'
import { Wordmark } from '@/app/_ui/logo'
import type { CategoryNode } from '@/lib/catalog/schemas'

const page = (slug: string) => `/pages/${slug}` as Route

const help: [Route, string][] = [
  [page('delivery'), 'Delivery'],
  [page('returns'), 'Returns and cancellation'],
  [page('contact'), 'Contact'],
]
const house: [Route, string][] = [
  [page('about'), 'About us'],
  [page('privacy'), 'Privacy'],
  [page('terms'), 'Terms of sale'],
]

export function Footer({ shopName, departments }: { shopName: string; departments: CategoryNode[] }) {
  const shop = departments.map(({ slug, name }): [Route, string] => [`/c/${slug}` as Route, name])
  return (
    <footer className="no-print mt-16 bg-sunken">
      <div className="page grid gap-x-8 gap-y-10 py-14 sm:grid-cols-2 lg:grid-cols-[1.6fr_2fr_1fr_1fr]">
        <div>
          <Wordmark name={shopName} />
          <p className="mt-4 max-w-72 text-muted">Good things for every day, with the stock you see and the price you see.</p>
        </div>
        <Column title="Shop" links={shop} columns />
        <Column title="Help" links={help} />
        <Column title="The house" links={house} />
      </div>
    </footer>
  )
}

function Column({ title, links, columns = false }: { title: string; links: [Route, string][]; columns?: boolean }) {
  return (
    <nav aria-label={title}>
      <p className="font-semibold">{title}</p>
      <ul className={columns ? 'mt-2 columns-2 gap-8' : 'mt-2'}>
        {links.map(([href, text]) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-block rounded-md py-1 text-muted hover:text-ink hover:underline">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
