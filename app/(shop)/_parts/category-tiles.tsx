import type { Route } from 'next'
import { HoverLink } from '@/app/_client/hover-link'
import { Picture } from '@/app/_ui/picture'
import type { CategoryNode } from '@/lib/catalog/schemas'

/** Departments or subcategories as pictures to walk into. */
export function CategoryTiles({ categories }: { categories: Pick<CategoryNode, 'id' | 'slug' | 'name' | 'picture'>[] }) {
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 sm:gap-6 lg:grid-cols-6">
      {categories.map((category) => (
        <li key={category.id}>
          <HoverLink href={`/c/${category.slug}` as Route} className="group block rounded-lg">
            <span className="tile block aspect-square">
              {category.picture && <Picture picture={category.picture} sizes="(min-width: 64rem) 15rem, (min-width: 40rem) 30vw, 46vw" alt="" />}
            </span>
            <span className="mt-3 block font-medium group-hover:underline">{category.name}</span>
          </HoverLink>
        </li>
      ))}
    </ul>
  )
}
