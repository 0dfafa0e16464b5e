import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { ExternalLinkIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { PicturesPanel } from '@/app/(admin)/admin/products/_pictures/pictures-panel'
import { findPicturedProduct } from '@/lib/catalog/find-pictured-product'
import { PicturesOf } from '@/lib/catalog/picture-schemas'
import { parseInput } from '@/lib/web/input'

export const instant = false

export const metadata: Metadata = { title: 'Pictures' }

/** The pictures of a product by themselves. */
export default async function PicturesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const product = await asStaff('/admin', (ctx) => findPicturedProduct(ctx, parseInput(PicturesOf, { id })))
  return (
    <Page narrow>
      <PageHead
        title={`Pictures of ${product.name}`}
        actions={
          <a href={`/p/${product.slug}`} target="_blank" rel="noreferrer" className={button({ look: 'quiet', size: 'sm' })}>
            <ExternalLinkIcon width="16" height="16" />
            In the shop
          </a>
        }
      >
        Every change is saved at once and shown in the shop.
      </PageHead>
      <PicturesPanel productId={id} pictures={product.pictures} variants={product.variants} />
    </Page>
  )
}
