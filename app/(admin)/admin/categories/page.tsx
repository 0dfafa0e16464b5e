import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { FolderIcon, PlusIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Empty } from '@/app/(admin)/_parts/empty'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { readCategoryTree } from '@/lib/catalog/read-category-tree'
import { can } from '@/lib/platform/auth/can'
import { Tree } from './tree'

export const instant = false

export const metadata: Metadata = { title: 'Categories' }

/** The tree of categories as the shop's menus show it, moved by drag or by buttons. */
export default async function CategoriesPage() {
  const { tree, mayWrite } = await asStaff('/admin/categories', async (ctx) => ({
    tree: await readCategoryTree(ctx),
    mayWrite: can(ctx.actor, 'catalog.write'),
  }))
  const add = mayWrite && (
    <a href="/admin/categories/new" className={button({ size: 'sm' })}>
      <PlusIcon width="16" height="16" />
      New category
    </a>
  )
  return (
    <Page narrow>
      <PageHead title="Categories" actions={tree.data.length > 0 && add}>
        {mayWrite
          ? 'Drag a category to its place, onto another one to put it below, or use the arrows. The shop’s menus follow at once.'
          : 'As the shop’s menus show them.'}
      </PageHead>
      <div className="rounded-lg bg-surface shadow-sm">
        {tree.data.length === 0 ? (
          <Empty icon={<FolderIcon />} title="No categories yet" action={add}>
            Shoppers find things by them, and every product lies in one. Begin with three or four large ones, such as Home, Clothes and Toys.
          </Empty>
        ) : (
          <Tree categories={tree.data} mayWrite={mayWrite} />
        )}
      </div>
    </Page>
  )
}
