import type { Route } from 'next'
import { HoverLink } from '@/app/_client/hover-link'
import { Picture } from '@/app/_ui/picture'
import type { CategoryDetail } from '@/lib/catalog/schemas'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

export const crumbsOf = (category: CategoryDetail): Crumb[] => [
  { href: '/', name: 'Home' },
  ...category.ancestors.map(({ slug, name }): Crumb => ({ href: `/c/${slug}` as Route, name })),
]

/** Name, what it is about, and the categories below as pictures. */
export function CategoryHead({ category, children = category.children }: { category: CategoryDetail; children?: CategoryDetail['children'] }) {
  return (
    <div className="page pt-4 pb-6 md:pt-6">
      <Breadcrumbs crumbs={crumbsOf(category)} current={category.name} />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-6">
        <div className="max-w-[60ch]">
          <h1 className="text-[clamp(2rem,1.4rem+2.6vw,3.25rem)] leading-[1.05]">{category.name}</h1>
          <p className="mt-3 text-lg text-muted">{category.description}</p>
        </div>
        {category.picture && (
          <div className="tile hidden size-36 shrink-0 rounded-full md:block">
            <Picture picture={category.picture} sizes="144px" eager alt="" />
          </div>
        )}
      </div>
      {children.length > 0 && (
        <ul className="shelf -mx-4 mt-6 flex gap-2 overflow-x-auto px-4 sm:mx-0 sm:flex-wrap sm:px-0">
          {children.map(({ id, slug, name, picture }) => (
            <li key={id} className="shrink-0">
              <HoverLink
                href={`/c/${slug}` as Route}
                className="flex items-center gap-2.5 rounded-full bg-sunken py-1.5 pr-4 pl-1.5 font-medium hover:bg-accent-soft"
              >
                <span className="tile size-9 rounded-full">{picture && <Picture picture={picture} sizes="36px" alt="" />}</span>
                {name}
              </HoverLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
