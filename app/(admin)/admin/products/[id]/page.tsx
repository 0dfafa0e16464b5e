import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { ExternalLinkIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { refOf } from '@/app/(admin)/_parts/ref-of'
import { When } from '@/app/(admin)/_parts/when'
import { getAllCategories, getSettings } from '@/lib/catalog/cached'
import { requireStaffProduct } from '@/lib/catalog/find-staff-product'
import { listPictures } from '@/lib/catalog/set-pictures'
import { ProductId } from '@/lib/core/ids'
import { can, requireCan } from '@/lib/platform/auth/can'
import { appUrl } from '@/lib/platform/env'
import { StatusBadge } from '../_parts/product-words'
import { PicturesPanel } from '../_pictures/pictures-panel'
import { NewProduct, ProductEditor } from './_parts/product-editor'

export const instant = false

export const metadata: Metadata = { title: 'Product' }

const crumbs = [['Products', '/admin/products']] as const

/** Everything of a product; `new` makes one. */
export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, { currency, shopName }, categories] = await Promise.all([params, getSettings(), getAllCategories()])
  const { product, pictures, mayWrite, mayMoveStock } = await asStaff(`/admin/products/${encodeURIComponent(id)}`, async (ctx) => {
    if (id === 'new') requireCan(ctx, 'catalog.write')
    const known = id === 'new' ? null : refOf(ProductId, id)
    const [found, shown] = await Promise.all([
      known && requireStaffProduct(ctx, { product_id: known }),
      known && listPictures(ctx, { product_id: known }),
    ])
    return {
      product: found,
      pictures: shown,
      mayWrite: can(ctx.actor, 'catalog.write'),
      mayMoveStock: can(ctx.actor, 'inventory.write'),
    }
  })
  const world = { categories, shopName, shopUrl: appUrl, mayMoveStock }
  if (!product) {
    return (
      <Page>
        <PageHead title="New product" crumbs={[...crumbs]}>
          It stays a draft until you put it up for sale. Pictures come once it is there.
        </PageHead>
        <NewProduct {...world} currency={currency} />
      </Page>
    )
  }
  return (
    <Page>
      <PageHead
        title={product.name}
        crumbs={[...crumbs]}
        beside={<StatusBadge {...product} />}
        actions={
          <>
            <span className="text-muted text-sm">
              Changed <When at={product.updated_at} />
            </span>
            {product.status === 'active' && (
              <a href={`/p/${product.slug}`} target="_blank" rel="noreferrer" className={button({ look: 'quiet', size: 'sm' })}>
                <ExternalLinkIcon width="16" height="16" />
                See it in the shop
              </a>
            )}
          </>
        }
      />
      {/* Outside the form: pictures are saved one by one. */}
      {pictures && mayWrite && (
        <div className="mb-5">
          <PicturesPanel
            productId={product.id}
            pictures={pictures}
            variants={product.variants.map((variant) => ({ id: variant.id, title: Object.values(variant.options).join(' / ') || variant.sku }))}
          />
        </div>
      )}
      <ProductEditor {...world} currency={product.currency} product={product} mayWrite={mayWrite} />
    </Page>
  )
}
