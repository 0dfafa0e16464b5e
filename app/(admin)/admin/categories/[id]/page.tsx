import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { ExternalLinkIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { readArrangement } from '@/lib/catalog/read-arrangement'
import { readCategoryTree } from '@/lib/catalog/read-category-tree'
import { DomainError } from '@/lib/core/errors'
import { can, requireCan } from '@/lib/platform/auth/can'
import { isWithin } from '../tree-moves'
import { CategoryPicture } from './category-picture'
import { CategoryEditor, NewCategory } from './editor'
import { ProductOrder } from './product-order'

export const instant = false

export const metadata: Metadata = { title: 'Category' }

const crumbs = [['Categories', '/admin/categories']] as const

/** What a category is called, shows, and lies below; `new` makes one. */
export default async function CategoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { category, arrangement, others, mayWrite } = await asStaff(`/admin/categories/${encodeURIComponent(id)}`, async (ctx) => {
    if (id === 'new') requireCan(ctx, 'catalog.write')
    const { data } = await readCategoryTree(ctx)
    const found = data.find((one) => one.id === id) ?? null
    if (!found && id !== 'new') throw new DomainError('not_found')
    const arrangement = found && (await readArrangement(ctx, { id: found.id }))
    return { category: found, arrangement, others: data, mayWrite: can(ctx.actor, 'catalog.write') }
  })
  const parents = others
    .filter((one) => !category || !isWithin(others, one.id, category.id))
    .map(({ id: value, name, depth }) => ({ id: value, name, depth }))
  if (!category) {
    return (
      <Page narrow>
        <PageHead title="New category" crumbs={[...crumbs]} />
        <Panel id="texts" title="Name and place">
          <NewCategory parents={parents} />
        </Panel>
      </Page>
    )
  }
  return (
    <Page narrow>
      <PageHead
        title={category.name}
        crumbs={[...crumbs]}
        actions={
          category.is_shown && (
            <a href={`/c/${category.slug}`} target="_blank" rel="noreferrer" className={button({ look: 'quiet', size: 'sm' })}>
              <ExternalLinkIcon width="16" height="16" />
              See it in the shop
            </a>
          )
        }
      />
      <div className="grid gap-4">
        <Panel id="picture" title="Picture">
          <CategoryPicture id={category.id} picture={category.picture} mayWrite={mayWrite} />
        </Panel>
        <Panel id="texts" title="Name and place">
          <CategoryEditor category={category} parents={parents} mayWrite={mayWrite} />
        </Panel>
        {arrangement && (
          <Panel id="order" title="Order of its products">
            <ProductOrder categoryId={category.id} arrangement={arrangement} mayWrite={mayWrite} />
          </Panel>
        )}
      </div>
    </Page>
  )
}
